import fc from 'fast-check'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startIssuer, type Issuer } from '../../test/issuer.ts'
import { createEmbedTokens } from './embed-token.ts'
import { hashOfKey, keyPrefixes, newKeyText, parseKeyText } from './key-text.ts'
import { createOidc, type VerifyBearer } from './oidc.ts'
import { isOrigin } from './origins.ts'

const tenant = '0199c2a0-5f00-7abc-8def-0123456789ab'

describe('keys', () => {
  test.each(keyPrefixes)('a key %s… carries its tenant and nothing else that could be guessed', (prefix) => {
    const key = newKeyText(prefix, tenant)
    expect(parseKeyText(key)).toEqual({ prefix, tenant })
    expect(newKeyText(prefix, tenant)).not.toBe(key)
    expect(hashOfKey(key)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('with any one character changed is no key', () => {
    const key = newKeyText('sk_live_', tenant)
    const change = fc.tuple(fc.nat(key.length - 1), fc.constantFrom('0', 'a', 'Z', '_', '-', 'é'))
    fc.assert(
      fc.property(change, ([at, character]) => {
        fc.pre(key[at] !== character)
        return parseKeyText(key.slice(0, at) + character + key.slice(at + 1)) === undefined
      }),
    )
  })

  test('any text at all is read without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => parseKeyText(`sk_live_${text}`) === undefined))
  })
})

describe('embed tokens', () => {
  const tokens = createEmbedTokens(new Uint8Array(32).fill(1))
  const grant = { tenant, firm: 'f', relationship: 'r', origins: ['https://quay.example'], id: 'session' }
  const now = new Date('2026-11-24T10:00:00Z')

  test('come back as what they stand for, until they end', async () => {
    const token = await tokens.sign(grant, now, 30)
    const inTime = new Date('2026-11-24T10:29:59Z')
    expect(await tokens.verify(token, inTime)).toEqual({
      ...grant,
      minutes: 30,
      until: Date.parse('2026-11-24T10:30:00Z'),
    })
    expect(await tokens.verify(token, new Date('2026-11-24T10:30:01Z'))).toBeUndefined()
  })

  test('of another service, unsigned, or of another kind are refused', async () => {
    const [head, payload] = (await tokens.sign(grant, now, 30)).split('.')
    const foreign = await createEmbedTokens(new Uint8Array(32)).sign(grant, now, 30)
    const none = `${Buffer.from('{"alg":"none","typ":"joinery-embed+jwt"}').toString('base64url')}.${payload}.`
    const plain = await new SignJWT({ tenant }).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32).fill(1))
    for (const token of [foreign, none, plain, `${head}.${payload}.`, 'a.b.c', ''])
      expect(await tokens.verify(token, now)).toBeUndefined()
  })
})

describe('bearer tokens of an identity provider', () => {
  const now = new Date('2026-11-24T10:00:00Z')
  let issuer: Issuer
  let verify: VerifyBearer

  beforeAll(async () => {
    issuer = await startIssuer()
    verify = createOidc({ issuer: issuer.url, audience: 'joinery', jwks: `${issuer.url}/keys`, algorithms: ['ES256'] })
  })
  afterAll(() => issuer.close())

  const sign: Issuer['sign'] = (claims, options) => issuer.sign(claims, options)

  test.each([
    ['an association', { joinery_tenant: tenant }, { kind: 'association', tenant }],
    ['a firm', { joinery_tenant: tenant, joinery_firm: 'f' }, { kind: 'firm', tenant, firm: 'f' }],
    ['the operator', { joinery_operator: true }, { kind: 'operator' }],
  ])('%s is known by its claims', async (_who, claims, role) => {
    expect(await verify(await sign(claims), now)).toMatchObject({ id: 'person:ada', role })
  })

  test('scopes are those the token names, and never more than its kind can have', async () => {
    const person = await verify(
      await sign({
        joinery_tenant: tenant,
        joinery_firm: 'f',
        scope: 'firms:read rule-sets:write tenants:write made:up',
      }),
      now,
    )
    expect([...person!.scopes]).toEqual(['firms:read'])
  })

  test('another audience, another issuer, another time or another signature is refused', async () => {
    const claims = { joinery_tenant: tenant }
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setSubject('ada')
      .setIssuer(issuer.url)
      .setAudience('joinery')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JSON.stringify(issuer.publicKey)))
    const good = await sign(claims)
    const refused = [
      await sign(claims, { audience: 'other' }),
      await sign(claims, { from: 'https://elsewhere.example' }),
      symmetric,
      `${good.slice(0, -4)}AAAA`,
    ]
    for (const token of refused) expect(await verify(token, now)).toBeUndefined()
    expect(await verify(good, new Date('2026-11-24T12:00:00Z'))).toBeUndefined()
  })

  test('a provider that does not answer is not the fault of the caller', async () => {
    const lost = createOidc({ issuer: issuer.url, audience: 'joinery', jwks: `${issuer.url}/nothing` })
    await expect(lost(await sign({ joinery_tenant: tenant }), now)).rejects.toMatchObject({ code: 'unavailable' })
  })
})

test.each([
  ['https://www.example.org', true],
  ['http://localhost:5173', true],
  ['null', false],
  ['https://www.example.org/', false],
  ['https://EXAMPLE.org', false],
  ['https://*.example.org', false],
  ['file://', false],
  ['javascript:alert(1)', false],
])('%s is an origin: %s', (text, holds) => {
  expect(isOrigin(text)).toBe(holds)
})
