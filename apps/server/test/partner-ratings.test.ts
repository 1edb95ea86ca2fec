import type { Relationship } from '@joinery/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from './pages-world.ts'
import { createPartnerWorld, type PartnerWorld } from './partner-world.ts'

const record: Relationship = {
  people: [{ side: 'us', name: 'Ada <Harbour>' }],
  competences: [{ personRef: 'Ada <Harbour>', item: 'competence.listening', at: '2026-11-01', self: 3 }],
}

let world: PartnerWorld
let token: string
beforeAll(async () => {
  world = await createPartnerWorld(record)
  token = (await world.link({ powers: ['ratings'], fields: [] })).token
})
afterAll(() => world.close())

const page = async (query = '') => (await world.app.request(`/p/${token}${query}`)).text()
const recordNow = async () =>
  ((await (await world.send('GET', world.path)).json()) as { record: Relationship }).record.competences

test('a partner says on its page what it saw one person do, once', async () => {
  expect(await page()).not.toContain('id="ratings"')
  const items = ['competence.listening', 'competence.agreement']
  const asked = await world.send('POST', `${world.path}/ratings`, { person: 'Ada <Harbour>', items })
  expect(asked.status).toBe(201)
  const shown = await page()
  expect(shown).toContain('What did you see Ada &lt;Harbour&gt; do?')
  expect(shown.match(/<fieldset class="statement">/g)).toHaveLength(2)
  expect(shown).toContain('what you saw one person do')
  // no question but this one, and nothing of what the firm says of its people
  expect(shown).not.toContain('Four questions on trust')
  expect(shown).not.toMatch(/\schecked\s*\/>/)
  expect(await page('?lang=de')).toContain('Was haben Sie bei Ada &lt;Harbour&gt; gesehen?')
  expect(await page('?lang=ar')).toContain('ماذا رأيتم من')

  const nothing = await post(world.app, `/p/${token}/ratings`, {})
  expect([nothing.status, await nothing.text()]).toEqual([
    422,
    expect.stringContaining('at least one of the questions'),
  ])
  const wrong = await post(world.app, `/p/${token}/ratings`, { 'competence.listening': '7' })
  expect(wrong.status).toBe(422)
  const answers = { 'competence.listening': '1', 'competence.agreement': 'notSeen', 'competence.value': '3' }
  const sent = await post(world.app, `/p/${token}/ratings`, answers)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/p/${token}#ratings`])
  expect(await recordNow()).toMatchObject([
    { personRef: 'Ada <Harbour>', item: 'competence.listening', partner: 1 },
    { item: 'competence.listening', self: 3 },
  ])
  const after = await page()
  expect(after).toContain('what you saw. Thank you.')
  expect(after).not.toContain('<fieldset')
  const again = await post(world.app, `/p/${token}/ratings`, answers)
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('it has been answered')])
  expect(await recordNow()).toHaveLength(2)
})
