import { bundleRuleSet, generateKey, loadRuleSet, signBundle, type PrivateKey } from '@joinery/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWidgetWorld, type WidgetWorld } from './widget-world.ts'

let world: WidgetWorld
let key: PrivateKey

const terms = { owner: 'Larkmoor Builders', validFrom: '2026-01-01T00:00:00Z', validUntil: '2036-01-01T00:00:00Z' }
const publicOf = ({ d: _private, ...own }: PrivateKey) => own

beforeAll(async () => {
  world = await createWidgetWorld()
  key = await generateKey(terms)
  await publishSigned()
}, 60_000)
afterAll(() => world.close())

const trusting = () =>
  `<joinery-assessment rules="signed-set" api="${world.service.address}" key="${world.key}" trust="/keys.json"><p>Call us</p></joinery-assessment>`

test('a page that trusts certain keys takes what its association signed and the service serves', async () => {
  world.files.set('/keys.json', JSON.stringify({ keys: [publicOf(key)] }))
  const page = await world.visit(trusting())
  await expect.poll(() => page.getByRole('button', { name: 'Start' }).count(), { timeout: 15_000 }).toBe(1)
})

test('and refuses the same where it trusts somebody else', async () => {
  world.files.set('/keys.json', JSON.stringify({ keys: [publicOf(await generateKey(terms))] }))
  const page = await world.visit(trusting())
  await page.getByText(/which is none of the 1 trusted/).waitFor()
  expect(await page.getByRole('button', { name: 'Start' }).count()).toBe(0)
})

test('a rule set that comes with the service is signed by nobody, and the page says so', async () => {
  world.files.set('/keys.json', JSON.stringify({ keys: [publicOf(key)] }))
  const page = await world.visit(trusting().replace('signed-set', 'iso-44003'))
  await expect.poll(() => page.getByText(/This rule set is not signed/).count(), { timeout: 15_000 }).toBe(1)
})

/** The baseline under a name of the association, signed with its key. */
async function publishSigned(): Promise<void> {
  const { association } = world.member
  const post = <Body>(path: string, body?: unknown) => world.api<Body>(path, { method: 'POST', key: association, body })
  await post('/v1/signing-keys', publicOf(key))
  const { document } = loadRuleSet('iso-44003', { from: [import.meta.filename] }).ruleSet!
  const expects = { indicators: { 'p01.plan/1': 'unknown' } }
  const cases = [{ name: 'Nothing is known', asOf: '2026-11-24', given: {}, expect: expects }]
  const draft = await post<{ id: string }>('/v1/drafts', { document: { ...document, id: 'signed-set' }, cases })
  const checking = await fetch(`${world.service.address}/v1/drafts/${draft.id}/check`, {
    method: 'POST',
    headers: { authorization: `Bearer ${association}` },
  })
  expect(await checking.text()).toContain('"ok":true')
  const text = JSON.stringify(await world.api(`/v1/drafts/${draft.id}/bundle`, { key: association }))
  const bundle = { ...bundleRuleSet(loadRuleSet('iso-44003', { from: [import.meta.filename] }).ruleSet!), text }
  const { digest } = (await world.api<{ report: { digest: string } }>(`/v1/drafts/${draft.id}`, { key: association }))
    .report
  const signed = await signBundle({ ...bundle, digest, id: 'signed-set' }, { key, at: '2026-11-20T08:00:00Z' })
  if (!signed.ok) throw new Error(signed.message)
  await post(`/v1/drafts/${draft.id}/publish`, { reason: 'First', signature: signed.signature })
}
