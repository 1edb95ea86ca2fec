import { DocumentError } from '@joinery/core'
import { readPublicKeys } from '@joinery/kit/verify'
import type { SigningKey as StoredKey } from '@joinery/store'
import * as z from 'zod'
import { notFound } from '../access/ownership.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Problem } from '../kernel/problem.ts'
import { Instant } from '../schemas/common.ts'

const tag = 'Publishing'
const KeyId = z
  .string()
  .regex(/^[\w-]{43}$/, 'must be the thumbprint of a key: 43 characters')
  .meta({ description: 'Thumbprint of the key (RFC 7638)' })
const x = z
  .string()
  .regex(/^[\w-]{43}$/, 'must be 32 bytes as base64url: 43 characters')
  .meta({ description: 'The public key: 32 bytes as base64url' })

const SigningKey = z
  .strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x,
    kid: KeyId,
    validFrom: Instant,
    validUntil: Instant.nullable(),
    revokedAt: Instant.nullable().meta({ description: 'Once set, nothing the key signed counts' }),
  })
  .meta({ id: 'SigningKey', description: 'A public key whose signatures count for rule sets of the association' })

const NewSigningKey = z
  .strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x,
    kid: KeyId,
    owner: z.string().min(1).max(300),
    validFrom: Instant,
    validUntil: Instant,
  })
  .meta({ id: 'NewSigningKey', description: 'A public key as "joinery keygen" writes it' })

const listSigningKeys = defineOperation({
  id: 'listSigningKeys',
  method: 'get',
  path: '/v1/signing-keys',
  tag,
  summary: 'List the keys whose signatures count',
  access: {
    scope: 'rule-sets:read',
    allow: { association: ['own', 'sibling'], firm: ['own'], embed: ['own'], publishable: ['own'] },
  },
  answer: { status: 200, description: 'The keys', schema: z.strictObject({ items: z.array(SigningKey) }) },
  read: async (_call, tx) => ({ body: { items: (await tx.ruleSets.signingKeys()).map(shownKey) } }),
})

const addSigningKey = defineOperation({
  id: 'addSigningKey',
  method: 'post',
  path: '/v1/signing-keys',
  tag,
  summary: 'Register a key',
  description: 'Only its public half; the private one stays with whoever signs.',
  access: { scope: 'rule-sets:write', allow: { association: ['own'] } },
  body: { schema: NewSigningKey },
  problems: ['conflict'],
  answer: { status: 201, description: 'The key', schema: SigningKey },
  write: async ({ body }, tx) => {
    const { kid: keyId, x: publicKey } = body
    const [validFrom, validUntil] = [toTheSecond(body.validFrom), toTheSecond(body.validUntil)]
    checkKey({ ...body, validFrom, validUntil })
    const key = await tx.ruleSets.addSigningKey({
      keyId,
      publicKey,
      validFrom: new Date(validFrom).toISOString(),
      validUntil: new Date(validUntil).toISOString(),
    })
    return { body: shownKey(key), audit: { action: 'signing-key.add', target: `signing-key/${keyId}`, after: body } }
  },
})

const revokeSigningKey = defineOperation({
  id: 'revokeSigningKey',
  method: 'delete',
  path: '/v1/signing-keys/{key}',
  tag,
  summary: 'Revoke a key',
  description: 'Nothing it signed counts any more, whenever that was. What is published stays, until you go back.',
  access: { scope: 'rule-sets:write', allow: { association: ['own', 'sibling'] } },
  params: z.strictObject({ key: KeyId }),
  conditional: false,
  answer: { status: 204, description: 'It is revoked' },
  write: async ({ params: { key } }, tx) => {
    if (!(await tx.ruleSets.signingKeys()).some(({ keyId }) => keyId === key)) throw notFound()
    await tx.ruleSets.revokeSigningKey(key)
    return { audit: { action: 'signing-key.revoke', target: `signing-key/${key}` } }
  },
})

export const signingKeys = [listSigningKeys, addSigningKey, revokeSigningKey]

/** The terms of a key are written to the second, in UTC. */
function toTheSecond(moment: string): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** What no schema can say: that the id is the one of the key, and the end comes after the beginning. */
function checkKey(key: unknown): void {
  try {
    readPublicKeys(key)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const errors = error.faults.map(({ path: pointer, code, message, value }) => ({
      in: 'body' as const,
      pointer,
      code,
      message,
      value,
    }))
    throw new Problem('conflict', 'This is not a key that can be used.', { errors })
  }
}

function shownKey({ keyId: kid, publicKey, validFrom, validUntil, revokedAt }: StoredKey): z.input<typeof SigningKey> {
  return { kty: 'OKP', crv: 'Ed25519', x: publicKey, kid, validFrom, validUntil, revokedAt }
}
