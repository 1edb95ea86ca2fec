import { isIP } from 'node:net'

/**
 * The caller's address behind so many proxies. Each adds the address it was called from at the end of the header, so
 * counted from the end a caller cannot forge it; what lies further to the left is the caller's own word.
 */
export function forwardedAddress(proxies: number): (request: Request) => string {
  return (request) => {
    const addresses = (request.headers.get('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
    const address = addresses.at(-proxies) ?? ''
    return isIP(address) === 0 ? 'unknown' : address
  }
}
