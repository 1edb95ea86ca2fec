import { createHash } from 'node:crypto'
import { generateKey, instantOf, publicHalf, signBundle, type PrivateKey } from '@joinery/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, craft, guildAsking, guildRuleSet } from './guild.ts'
import { allowUnsigned, checkedDraft, publishNow } from './members.ts'
import { createWorld, type AskMore, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ ruleSets: [craft], check: { random: 10, seconds: 20 } })
})
afterAll(() => world.close())

const ask = (method: string, path: string, more: AskMore = {}) =>
  world.ask(method, path, { as: world.credentials.association, ...more })
const publish = (draft: string, body: object, more: AskMore = {}) =>
  ask('POST', `/v1/drafts/${draft}/publish`, { body, ...more })

describe('a draft', () => {
  test('may have faults, and the check tells every one with its place', async () => {
    const { indicators } = guildRuleSet()['practice'] as { indicators: object[] }
    const document = guildRuleSet({
      version: 'one',
      practice: { indicators: [{ ...indicators[0], level: 9, clause: 'plan.x' }, ...indicators.slice(1)] },
    })
    const { report } = await checkedDraft(world, document)
    expect(report.ok).toBe(false)
    expect(report.faults.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['/version', '/practice/indicators/0/clause']),
    )
    for (const fault of report.faults) expect(fault.message).toMatch(/\w/)
  })

  test('is checked with the cases it carries', async () => {
    const wrong = { ...aCase, name: 'No owner', given: {} }
    const { report } = await checkedDraft(world, guildRuleSet(), [aCase, wrong])
    expect(report.cases).toMatchObject({ total: 2, passed: 1 })
    expect(report.cases.failures[0]).toMatchObject({ case: 1, name: 'No owner', path: '/expect/indicators/plan.c~11' })
    expect(report.ok).toBe(false)
  })

  test('is compared on both evaluators', async () => {
    const { report } = await checkedDraft(world, guildRuleSet())
    expect(report.comparison).toEqual({ cases: 1, random: 10, differences: [] })
  })

  test('that extends what comes with the service is read with it', async () => {
    const own = new Set(['formatVersion', 'id', 'version', 'title', 'language', 'provider', 'licence'])
    const whole = Object.entries(guildRuleSet({ id: 'harbour-guild' }))
    const about = Object.fromEntries(whole.filter(([key]) => own.has(key)))
    const document = { ...about, extends: { ruleSet: 'craft', version: '^1.0.0' } }
    const { id, report } = await checkedDraft(world, document)
    expect(report).toMatchObject({ ok: true, faults: [] })
    const bundle = await ask('GET', `/v1/drafts/${id}/bundle`)
    expect(bundle.body.resolved.layers).toEqual([{ id: 'craft', version: '1.0.0', hash: craft.hash }])
  })

  test('cannot take the name of what comes with the service', async () => {
    const { status, body } = await ask('POST', '/v1/drafts', { body: { document: guildRuleSet({ id: 'craft' }) } })
    expect(status).toBe(409)
    expect(body.detail).toContain('extend "craft"')
  })

  test('that was changed has to be checked again', async () => {
    const { id } = await checkedDraft(world, guildRuleSet())
    const { headers } = await ask('GET', `/v1/drafts/${id}`)
    const ifMatch = { 'if-match': headers.get('etag')! }
    const changed = await ask('PUT', `/v1/drafts/${id}`, { body: { document: guildRuleSet() }, headers: ifMatch })
    expect(changed).toMatchObject({ status: 200, body: { status: 'draft' } })
    expect(
      (await ask('PUT', `/v1/drafts/${id}`, { body: { document: guildRuleSet() }, headers: ifMatch })).status,
    ).toBe(412)
    expect((await publish(id, { reason: 'Now' })).status).toBe(409)
  })

  test('can be checked twice, and thrown away', async () => {
    const { id } = await checkedDraft(world, guildRuleSet())
    expect((await ask('POST', `/v1/drafts/${id}/check`)).body.status).toBe('checked')
    expect((await ask('DELETE', `/v1/drafts/${id}`, { headers: { 'if-match': '*' } })).status).toBe(204)
    expect((await ask('GET', `/v1/drafts/${id}`)).status).toBe(404)
  })
})

describe('a signature', () => {
  let key: PrivateKey
  let draft: string
  let bundle: { digest: string; text: string; id: string; version: string; layers: [] }
  const { now } = { now: Date.parse('2026-11-24T09:00:00Z') }
  const terms = { owner: 'Woodworkers', validFrom: '2026-01-01T00:00:00Z', validUntil: '2027-01-01T00:00:00Z' }

  beforeAll(async () => {
    key = await generateKey(terms)
    await ask('POST', '/v1/signing-keys', { body: publicHalf(key) })
    draft = (await checkedDraft(world, guildRuleSet({ id: 'signed' }))).id
    const text = await textOf(`/v1/drafts/${draft}/bundle`)
    bundle = {
      id: 'signed',
      version: '1.0.0',
      digest: createHash('sha256').update(text).digest('hex'),
      text,
      layers: [],
    }
  })

  const signedBy = async (signer: PrivateKey) => {
    const signed = await signBundle(bundle, { key: signer, at: instantOf(now) })
    if (!signed.ok) throw new Error(signed.message)
    return signed.signature
  }

  test('is asked for, unless the association says otherwise', async () => {
    const { status, body } = await publish(draft, { reason: 'First' })
    expect(status).toBe(409)
    expect(body.errors).toMatchObject([{ pointer: '/signature', message: expect.stringContaining('missing') }])
  })

  test.each([
    { what: 'a stranger’s key', sign: async () => signedBy(await generateKey(terms)), says: 'none of the' },
    { what: 'no signature at all', sign: async () => 'hello', says: 'not a signature' },
    {
      what: 'one of something else',
      sign: async () => {
        const other = { ...bundle, text: craft.hash, digest: craft.hash }
        const signed = await signBundle(
          { ...other, text: JSON.stringify({ id: 'signed' }) },
          { key, at: instantOf(now) },
        )
        return signed.ok ? signed.signature : 'x..y'
      },
      says: '',
    },
    {
      what: 'a flipped character',
      sign: async () =>
        (await signedBy(key)).replace(/.{10}$/, (end) => end.replace(/[A-Za-z]/, (c) => (c === 'A' ? 'B' : 'A'))),
      says: '',
    },
  ])('of $what does not count', async ({ sign, says }) => {
    const { status, body } = await publish(draft, { reason: 'First', signature: await sign() })
    expect(status).toBe(409)
    expect(body.errors[0].message).toContain(says)
  })

  test('counts, and is shown with the version', async () => {
    const published = await publish(draft, { reason: 'First', signature: await signedBy(key) })
    expect(published).toMatchObject({ status: 201, body: { signedBy: key.kid, digest: bundle.digest } })
    const { body } = await ask('GET', '/v1/rule-sets/signed/versions')
    expect(body.items).toMatchObject([{ version: '1.0.0', signedBy: [key.kid], isCurrent: true }])
    expect(await textOf(`/v1/bundles/${bundle.digest}/signatures`)).toBe(`${await signedBy(key)}\n`)
  })

  test('of a revoked key does not count any more', async () => {
    const document = guildRuleSet({ id: 'signed', version: '1.0.1', description: 'In other words.' })
    draft = (await checkedDraft(world, document)).id
    const text = await textOf(`/v1/drafts/${draft}/bundle`)
    bundle = { ...bundle, version: '1.0.1', text, digest: createHash('sha256').update(text).digest('hex') }
    expect((await ask('DELETE', `/v1/signing-keys/${key.kid}`)).status).toBe(204)
    const { status, body } = await publish(draft, { reason: 'Second', signature: await signedBy(key) })
    expect(status).toBe(409)
    expect(body.errors[0].message).toContain('revoked')
  })

  test('by a key that is not its own id is not registered', async () => {
    const { kid } = publicHalf(await generateKey(terms))
    const { status, body } = await ask('POST', '/v1/signing-keys', { body: { ...publicHalf(key), kid } })
    expect(status).toBe(409)
    expect(body.errors).toMatchObject([{ pointer: '/kid' }])
  })

  test('by another association’s key does not count here', async () => {
    const theirs = await generateKey(terms)
    const as = world.credentials.otherAssociation
    expect((await world.ask('POST', '/v1/signing-keys', { as, body: publicHalf(theirs) })).status).toBe(201)
    const { body } = await publish(draft, { reason: 'Second', signature: await signedBy(theirs) })
    expect(body.errors[0].message).toContain('none of the')
  })
})

describe('a published version', () => {
  beforeAll(async () => {
    await allowUnsigned(world)
    await publishNow(world, guildRuleSet())
  })

  test('is current at once, and its text is what its digest says', async () => {
    const { body, headers } = await ask('GET', '/v1/rule-sets/guild')
    expect(body).toMatchObject({ version: '1.0.0', source: 'association' })
    expect(headers.get('etag')).toBe('"1"')
    const text = await textOf('/v1/rule-sets/guild/current', world.credentials.firm)
    expect(createHash('sha256').update(text).digest('hex')).toBe(body.digest)
  })

  test('can be asked for again at no cost', async () => {
    const first = await ask('GET', '/v1/rule-sets/guild/current')
    const headers = { 'if-none-match': first.headers.get('etag')! }
    expect((await ask('GET', '/v1/rule-sets/guild/current', { headers })).status).toBe(304)
  })

  test('is open to anybody by its digest, for ever', async () => {
    const { body } = await ask('GET', '/v1/rule-sets/guild')
    const { status, headers } = await world.ask('GET', body.bundle)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('etag')).toBe(`"${body.digest}"`)
    const elsewhere = await world.ask('GET', `/v1/bundles/${body.digest}?association=metalworkers`)
    expect(elsewhere.status).toBe(404)
  })

  test('cannot be changed', async () => {
    const { items } = (await ask('GET', '/v1/drafts?ruleSet=guild')).body
    const { id } = items.find(({ status }: { status: string }) => status === 'published')
    const change = { body: { document: guildRuleSet() }, headers: { 'if-match': '*' } }
    expect((await ask('PUT', `/v1/drafts/${id}`, change)).status).toBe(409)
    expect((await publish(id, { reason: 'Again' })).status).toBe(409)
  })

  test.each([
    { version: '1.0.1', says: 'patch', ok: false },
    { version: '0.9.0', says: 'back', ok: false },
    { version: '1.0.0', says: 'none', ok: false },
    { version: '1.1.0', says: 'minor', ok: true },
    { version: '2.0.0', says: 'major', ok: true },
  ])('is followed by $version where a threshold changes: $ok', async ({ version, says, ok }) => {
    const { report } = await checkedDraft(world, guildAsking(2, version))
    expect(report.change).toMatchObject({ bump: 'minor', step: says, isBigEnough: ok })
    expect(report.ok).toBe(ok)
  })

  test('is superseded by the next one, and can be gone back to', async () => {
    const first = (await ask('GET', '/v1/rule-sets/guild')).body.digest
    const { body: second } = await publishNow(world, guildAsking(2, '1.1.0'))
    const drafts = (await ask('GET', '/v1/drafts?ruleSet=guild&limit=200')).body.items
    expect(drafts.find(({ digest }: { digest: string }) => digest === first).status).toBe('superseded')
    const wrong = await ask('POST', '/v1/rule-sets/guild/roll-back', {
      body: { reason: 'Too easy' },
      headers: { 'if-match': '"1"' },
    })
    expect(wrong.status).toBe(412)
    const back = await ask('POST', '/v1/rule-sets/guild/roll-back', {
      body: { reason: 'Too easy' },
      headers: { 'if-match': '"2"' },
    })
    expect(back).toMatchObject({ status: 200, body: { version: '1.0.0', digest: first } })
    const moves = (await ask('GET', '/v1/rule-sets/guild/moves')).body.items
    expect(moves[0]).toMatchObject({ from: second.digest, to: first, reason: 'Too easy' })
    const versions = (await ask('GET', '/v1/rule-sets/guild/versions')).body.items
    expect(versions).toHaveLength(2)
    expect((await world.ask('GET', second.bundle)).status).toBe(200)
  })

  test('is published once, however often the same request comes', async () => {
    const { id } = await checkedDraft(world, guildRuleSet({ version: '1.2.0', description: 'Once.' }))
    const headers = { 'idempotency-key': 'publish-once' }
    const answers = [
      await publish(id, { reason: 'Once' }, { headers }),
      await publish(id, { reason: 'Once' }, { headers }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[1]!.headers.get('idempotency-replayed')).toBe('true')
    expect(answers[1]!.body).toEqual(answers[0]!.body)
  })

  test('of two that are published at once, one wins', async () => {
    const drafts = [
      await checkedDraft(world, guildRuleSet({ version: '1.3.0', description: 'Left.' })),
      await checkedDraft(world, guildRuleSet({ version: '1.4.0', description: 'Right.' })),
    ]
    const answers = await Promise.all(drafts.map(({ id }) => publish(id, { reason: 'Race' })))
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([201, 409])
  })
})

test('whatever is done to rule sets is in the audit log', async () => {
  const { body } = await ask('GET', '/v1/audit?limit=200')
  const actions = new Set(body.items.map(({ action }: { action: string }) => action))
  expect([...actions]).toEqual(
    expect.arrayContaining([
      'draft.create',
      'draft.check',
      'rule-set.publish',
      'rule-set.roll-back',
      'signing-key.add',
    ]),
  )
})

async function textOf(path: string, as = world.credentials.association): Promise<string> {
  const response = await world.api.request(path, { headers: { authorization: `Bearer ${as}` } })
  expect(response.status).toBe(200)
  return response.text()
}
