import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose'

/** An identity provider of its own, with one key, on a real port. */
export interface Issuer {
  readonly url: string
  readonly publicKey: JWK
  readonly sign: (claims: Readonly<Record<string, unknown>>, options?: SignOptions) => Promise<string>
  readonly close: () => void
}

interface SignOptions {
  readonly audience?: string
  readonly from?: string
}

export async function startIssuer(): Promise<Issuer> {
  const keys = await generateKeyPair('ES256', { extractable: true })
  const publicKey = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256' }
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/keys' ? 200 : 404
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [publicKey] }))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    publicKey,
    sign: (claims, { audience = 'joinery', from = url } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setSubject('ada')
        .setIssuer(from)
        .setAudience(audience)
        .setExpirationTime(new Date('2026-11-24T11:00:00Z'))
        .sign(keys.privateKey),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
