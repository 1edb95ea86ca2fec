import { createPublicKey, verify as nodeVerify } from 'node:crypto'
import { join } from 'node:path'
import { DocumentError, parseRuleSet } from '@joinery/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { smallRuleSet } from '../../test/small-rule-set.ts'
import { bundleRuleSet, type Bundle } from '../bundle/bundle-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { publicHalf, readPrivateKey, readPublicKeys, type KeyTerms, type PrivateKey } from './keys.ts'
import { generateKey, signBundle } from './sign-bundle.ts'
import { verifySignature } from './verify-signature.ts'

const association = bundleRuleSet(
  loadRuleSet(join(import.meta.dirname, '../../../../rules/example-association')).ruleSet!,
)
const small = bundleRuleSet(parseRuleSet(smallRuleSet()))
const terms: KeyTerms = {
  owner: 'Larkmoor Builders and Makers Association',
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2028-01-01T00:00:00Z',
}
const at = '2026-11-24T08:30:00Z'

let key: PrivateKey
let signature: string

async function signed(bundle: Bundle, by: PrivateKey, when = at): Promise<string> {
  const outcome = await signBundle(bundle, { key: by, at: when })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.signature
}

/** What a verifier says of a text that claims to be the bundle. */
function verified(text: string, more: { signature?: string; keys?: PrivateKey[]; at?: string } = {}) {
  const keys = (more.keys ?? [key]).map(publicHalf)
  return verifySignature({
    document: JSON.parse(text),
    signature: more.signature ?? signature,
    keys,
    at: more.at ?? at,
  })
}

beforeAll(async () => {
  key = await generateKey(terms)
  signature = await signed(association, key)
})

describe('a signed bundle', () => {
  test('is accepted, and says who signed it and when', async () => {
    expect(await verified(association.text)).toEqual({
      ok: true,
      keyId: key.kid,
      owner: terms.owner,
      signedAt: at,
      digest: association.digest,
    })
  })

  test.each([
    ['its keys in another order', (text: string) => JSON.stringify(reversed(JSON.parse(text)))],
    ['spaces and line ends', (text: string) => JSON.stringify(JSON.parse(text), undefined, 4)],
    ['its numbers in other forms', (text: string) => text.replaceAll(/:(\d+)(?=[,}])/g, ':$1.0e0')],
    ['its letters as escapes', (text: string) => text.replaceAll('association', String.raw`\u0061ssoci\u0061tion`)],
  ])('is accepted with %s', async (_what, twin) => {
    expect(twin(association.text)).not.toBe(association.text)
    expect(await verified(twin(association.text))).toMatchObject({ ok: true })
  })

  test('is accepted by the crypto of Node itself, as a JSON Web Signature', () => {
    const [header = '', payload, last = ''] = signature.split('.')
    const bytes = Buffer.from(`${header}.${Buffer.from(association.text).toString('base64url')}`)
    const { kty, crv, x } = key
    expect(payload).toBe('')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'Ed25519', kid: key.kid })
    const publicKey = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
    expect(nodeVerify(undefined, bytes, publicKey, Buffer.from(last, 'base64url'))).toBe(true)
  })

  test('is refused with any byte of it changed', { timeout: 180_000 }, async () => {
    const mine = await signed(small, key)
    const bytes = Buffer.from(small.text)
    for (let index = 0; index < bytes.length; index++) {
      const twin = Buffer.from(bytes)
      twin[index]! ^= 1 << (index % 8)
      const document = parsed(twin.toString('latin1'))
      if (document === undefined) continue
      const outcome = await verifySignature({ document, signature: mine, keys: [publicHalf(key)], at })
      expect(outcome, `byte ${index}`).toMatchObject({ ok: false, reason: 'changed' })
    }
  })

  test('is refused with any bit of its signature changed', async () => {
    const bytes = Buffer.from(await signed(small, key))
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const twin = Buffer.from(bytes)
      twin[bit >> 3]! ^= 1 << (bit & 7)
      const outcome = await verified(small.text, { signature: twin.toString('latin1') })
      expect(outcome.ok, `bit ${bit}`).toBe(false)
    }
  })

  test.each([
    ['a number without end in the place of nothing', '{"a":null}', '{"a":1e999}'],
    ['half of a character', String.raw`{"a":"\ud83d"}`, String.raw`{"a":"\ud83d"}`],
    ['a key that is half of a character', String.raw`{"\ud83d":1}`, String.raw`{"\ud83d":1}`],
    ['what nobody could write down', '1', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('is refused with %s', async (_what, before, after) => {
    const token = await signed({ ...small, text: before }, key).catch(() => signature)
    expect(await verified(after, { signature: token })).toMatchObject({ ok: false, reason: 'malformed' })
  })

  test.each(['', '..', 'e30..AA', 'a.b.c', '{}', 'x'.repeat(3_000)])(
    'is refused with "%.20s" for a signature',
    async (token) => {
      expect(await verified(association.text, { signature: token })).toMatchObject({ ok: false, reason: 'malformed' })
    },
  )

  test.each([
    ['that says no algorithm is needed', { alg: 'none' }],
    ['of another algorithm', { alg: 'HS256' }],
    ['for something else', { typ: 'JWT' }],
    ['with more in it', { crit: ['b64'], b64: false }],
    ['without a day', { signedAt: undefined }],
    ['from a day that does not exist', { signedAt: '2026-02-30T00:00:00Z' }],
  ])('is refused with a header %s', async (_what, change) => {
    const [encoded = '', , last] = signature.split('.')
    const header = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as object
    const other = Buffer.from(JSON.stringify({ ...header, ...change })).toString('base64url')
    const outcome = await verified(association.text, { signature: `${other}..${last}` })
    expect(outcome).toMatchObject({ ok: false, reason: 'malformed' })
  })
})

describe('a key', () => {
  test('that nobody trusts does not count', async () => {
    const other = await generateKey({ ...terms, owner: 'Somebody else' })
    expect(await verified(association.text, { keys: [other] })).toMatchObject({ ok: false, reason: 'unknown-key' })
    expect(await verified(association.text, { keys: [] })).toMatchObject({ ok: false, reason: 'unknown-key' })
  })

  test('of somebody else under the id of a trusted one does not count', async () => {
    const other = { ...(await generateKey(terms)), kid: key.kid }
    const mixed = await signBundle(association, { key: { ...other, x: key.x }, at })
    expect(mixed).toMatchObject({ ok: false, reason: 'wrong-signature' })
    expect(await verified(association.text, { keys: [other] })).toMatchObject({ ok: false, reason: 'wrong-signature' })
  })

  test('counts for what it signed while it was valid, also later', async () => {
    expect(await verified(association.text, { at: '2031-01-01T00:00:00Z' })).toMatchObject({ ok: true })
  })

  test.each([
    ['before it begins', '2025-12-31T23:59:59Z'],
    ['after it has run out', '2028-01-01T00:00:01Z'],
  ])('signs nothing %s, and what it signed then does not count', async (_when, moment) => {
    expect(await signBundle(association, { key, at: moment })).toMatchObject({ ok: false, reason: 'key-not-valid' })
    const always = { ...key, validFrom: '2020-01-01T00:00:00Z', validUntil: '2040-01-01T00:00:00Z' }
    const token = await signed(association, always, moment)
    const outcome = await verified(association.text, { signature: token, at: '2030-01-01T00:00:00Z' })
    expect(outcome).toMatchObject({ ok: false, reason: 'key-not-valid' })
  })

  test('that was revoked counts for nothing', async () => {
    const revoked = { ...key, revokedAt: '2027-05-01T00:00:00Z' }
    for (const keys of [[revoked], [key, revoked], [revoked, key]])
      expect(await verified(association.text, { keys })).toMatchObject({ ok: false, reason: 'revoked-key' })
  })

  test('cannot sign for days to come', async () => {
    const token = await signed(association, key, '2027-11-24T08:30:00Z')
    expect(await verified(association.text, { signature: token })).toMatchObject({ reason: 'from-the-future' })
  })

  test('of one rule set signs no other', async () => {
    const narrow = { ...key, ruleSets: ['example-association'] }
    expect(await signBundle(small, { key: narrow, at })).toMatchObject({ ok: false, reason: 'not-in-scope' })
    expect(await verified(association.text, { keys: [narrow] })).toMatchObject({ ok: true })
    const token = await signed(small, key)
    expect(await verified(small.text, { signature: token, keys: [narrow] })).toMatchObject({ reason: 'not-in-scope' })
  })
})

describe('the file of a key', () => {
  const faultsOf = (read: () => unknown) => {
    try {
      read()
    } catch (error) {
      if (error instanceof DocumentError) return error.faults
      throw error
    }
    return []
  }

  test('holds one key or a set of them', () => {
    expect(readPublicKeys(publicHalf(key))).toHaveLength(1)
    expect(readPublicKeys({ keys: [publicHalf(key), publicHalf(key)] })).toHaveLength(2)
    expect(readPrivateKey(key)).toEqual(key)
  })

  test.each([
    ['a private key where a public one is asked for', () => key, '/d', 'not-allowed'],
    ['nothing', () => null, '', 'wrong-type'],
    ['no key id', () => ({ ...publicHalf(key), kid: undefined }), '/kid', 'missing'],
    ['the id of another key', () => ({ ...publicHalf(key), kid: 'abc' }), '/kid', 'conflict'],
    ['too few bytes', () => ({ ...publicHalf(key), x: 'AAAA' }), '/x', 'bad-format'],
    ['another curve', () => ({ ...publicHalf(key), crv: 'X25519' }), '/crv', 'not-allowed'],
    ['a day that is none', () => ({ ...publicHalf(key), validUntil: 'soon' }), '/validUntil', 'bad-date'],
    [
      'an end before its beginning',
      () => ({ ...publicHalf(key), validUntil: terms.validFrom }),
      '/validUntil',
      'out-of-range',
    ],
    ['a fault in the second of a set', () => ({ keys: [publicHalf(key), 3] }), '/keys/1', 'wrong-type'],
  ])('with %s is refused, with its place', (_what, value, path, code) => {
    expect(faultsOf(() => readPublicKeys(value()))).toContainEqual(expect.objectContaining({ path, code }))
  })

  test('never shows the private half in a fault', () => {
    const faults = faultsOf(() => readPrivateKey({ ...key, d: `${key.d}=`, x: 3 }))
    expect(faults.length).toBeGreaterThan(0)
    expect(JSON.stringify(faults)).not.toContain(key.d)
  })
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([name, inner]) => [name, reversed(inner)]))
}
