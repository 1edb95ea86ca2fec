import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { canonicalJson } from '@joinery/core'
import type { Session } from '../engine/engine.ts'
import { statement } from '../engine/statement.ts'
import { bucketOf } from '../ids.ts'
import { StoreError } from '../store-error.ts'
import { deriveKey } from './master-key.ts'
import { seal, unseal } from './seal.ts'

/** Seals and opens what belongs to a firm, or, without one, to the tenant itself. */
export interface Vault {
  seal(firm: string | null, place: string, value: unknown): Promise<Buffer>
  open<T>(firm: string | null, place: string, sealed: Uint8Array): Promise<T>
  /** The same for what may never be looked at: the key is fetched now, the opening costs when it is called. */
  openLater<T>(firm: string | null, place: string, sealed: Uint8Array): Promise<() => T>
  /** A hash that only the holder of the firm's key can make: it proves, and tells nothing. */
  hash(firm: string | null, value: unknown): Promise<string>
  /** Signs the audit trail of the tenant. Not the firm's: it outlives every firm. */
  sign(text: string): string
  makeKey(firm: string | null): Promise<void>
  forget(firm: string | null): void
}

/** Keys that were opened lately, shared by all transactions of one store. */
export interface KeyRing {
  readonly masterKey: Uint8Array
  readonly keys: Map<string, KeyObject>
}

const mostKeys = 20_000

export function createVault(ring: KeyRing, session: Session, tenant: string): Vault {
  // a key made in this transaction is known to nobody else until it is committed
  const made = new Map<string, KeyObject>()
  const keyOf = keysOf({ ring, session, tenant, made })
  const openLater = async <T>(firm: string | null, place: string, sealed: Uint8Array) => {
    const key = await keyOf(firm)
    return () => JSON.parse(unseal(key, `${tenant}/${place}`, sealed).toString()) as T
  }
  return {
    seal: async (firm, place, value) =>
      seal(await keyOf(firm), `${tenant}/${place}`, Buffer.from(JSON.stringify(value) ?? 'null')),
    open: async <T>(firm: string | null, place: string, sealed: Uint8Array) =>
      (await openLater<T>(firm, place, sealed))(),
    openLater,
    hash: async (firm, value) =>
      createHmac('sha256', await keyOf(firm))
        .update(typeof value === 'string' ? value : canonicalJson(value))
        .digest('hex'),
    sign: (text) =>
      createHmac('sha256', deriveOnce(ring, `audit/${tenant}`))
        .update(text)
        .digest('hex'),
    makeKey: async (firm) => {
      const key = randomBytes(32)
      const wrapped = seal(wrapping(ring, tenant), `data_key/${firm ?? ''}`, key)
      await session.run(insertKey, { tenant, bucket: bucketOf(tenant), firm: firm ?? '', wrapped })
      ring.keys.delete(`${tenant}/${firm ?? ''}`)
      made.set(firm ?? '', createSecretKey(key))
    },
    forget: (firm) => {
      made.delete(firm ?? '')
      ring.keys.delete(`${tenant}/${firm ?? ''}`)
    },
  }
}

interface Keys {
  readonly ring: KeyRing
  readonly session: Session
  readonly tenant: string
  readonly made: ReadonlyMap<string, KeyObject>
}

function keysOf({ ring, session, tenant, made }: Keys): (owner: string | null) => Promise<KeyObject> {
  // many rows of one firm are opened at once: its key is asked for once
  const asked = new Map<string, Promise<KeyObject>>()
  return async (owner) => {
    const firm = owner ?? ''
    const known = made.get(firm) ?? ring.keys.get(`${tenant}/${firm}`)
    if (known !== undefined) return known
    const pending = asked.get(firm) ?? loadKey(ring, session, { tenant, firm })
    asked.set(firm, pending)
    return pending.finally(() => asked.delete(firm))
  }
}

async function loadKey(ring: KeyRing, session: Session, owner: { tenant: string; firm: string }): Promise<KeyObject> {
  const { tenant, firm } = owner
  const [row] = (await session.run(selectKey, owner)).rows
  if (row === undefined) {
    throw new StoreError('absent', firm === '' ? 'There is no such tenant.' : `There is no firm ${firm}.`)
  }
  const key = createSecretKey(unseal(wrapping(ring, tenant), `data_key/${firm}`, row.wrapped))
  if (ring.keys.size >= mostKeys) ring.keys.clear()
  ring.keys.set(`${tenant}/${firm}`, key)
  return key
}

const wrapping = (ring: KeyRing, tenant: string) => deriveOnce(ring, `wrap/${tenant}`)

function deriveOnce(ring: KeyRing, purpose: string): KeyObject {
  const known = ring.keys.get(purpose)
  if (known !== undefined) return known
  const key = createSecretKey(deriveKey(ring.masterKey, purpose))
  ring.keys.set(purpose, key)
  return key
}

const selectKey = statement((db, args: { tenant: string; firm: string }) =>
  db.selectFrom('data_key').select('wrapped').where('tenant', '=', args.tenant).where('firm', '=', args.firm),
)

const insertKey = statement((db, args: { tenant: string; bucket: number; firm: string; wrapped: Uint8Array }) =>
  db
    .insertInto('data_key')
    .values({ tenant: args.tenant, bucket: args.bucket, firm: args.firm, wrapped: args.wrapped }),
)
