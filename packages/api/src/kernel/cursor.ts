import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Position } from '@joinery/store'
import { Problem } from './problem.ts'

/** Where a list goes on: opaque text, signed, and good for one tenant and one query only. */
export interface Cursors {
  readonly write: (position: Position, list: string) => string
  /** Throws a Problem unless this service wrote the cursor for this very list. */
  readonly read: (cursor: string, list: string) => Position
}

/** `list` names what is listed for whom: principal, address and filters. */
export function createCursors(secret: Uint8Array): Cursors {
  const sign = (payload: string, list: string): Buffer =>
    createHmac('sha256', secret).update(`cursor\0${list}\0${payload}`).digest().subarray(0, 16)
  return {
    write: ({ at, id }, list) => {
      const payload = Buffer.from(JSON.stringify([at, id])).toString('base64url')
      return `${payload}.${sign(payload, list).toString('base64url')}`
    },
    read: (cursor, list) => {
      const [payload = '', signature = '', ...rest] = cursor.split('.')
      const given = Buffer.from(signature, 'base64url')
      const right = sign(payload, list)
      if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right))
        throw new Problem('bad-cursor', 'The cursor belongs to another list; start again without it.')
      const [at, id] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, string]
      return { at, id }
    },
  }
}
