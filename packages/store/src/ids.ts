import { createHash } from 'node:crypto'
import { fewRandomBytes } from './random.ts'

/** Makes UUIDv7s: they sort by the moment they were made, and within one process by the order they were made in. */
export function createIds(): (now: number) => string {
  let last = 0
  let count = 0
  return (now) => {
    if (now > last) {
      last = now
      count = fewRandomBytes(2).readUInt16BE() & 0x7ff
    } else if (++count > 0xfff) {
      last += 1
      count = 0
    }
    const time = last.toString(16).padStart(12, '0')
    const tail = fewRandomBytes(8)
    tail[0] = (tail[0]! & 0x3f) | 0x80
    const rest = tail.toString('hex')
    const middle = (0x7000 | count).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${rest.slice(0, 4)}-${rest.slice(4)}`
  }
}

/** The moment that an id of ours begins with (in milliseconds). */
export function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/** The first two bytes of SHA-256 modulo 1024: every engine and every process agrees. */
export function bucketOf(tenant: string): number {
  return createHash('sha256').update(tenant).digest().readUInt16BE() % 1024
}
