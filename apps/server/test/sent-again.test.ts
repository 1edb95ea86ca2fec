import { afterEach, expect, test, vi } from 'vitest'
import { post } from './pages-world.ts'
import { createPartnerWorld, type PartnerWorld } from './partner-world.ts'

const record = { org: { name: 'Harbour Joinery' }, rel: { partnerName: 'Castell & Rowe' } }
const chosen = { 'p01.plan/1': 'yes', 'p01.plan/2': 'no' }

let world: PartnerWorld
afterEach(async () => {
  vi.restoreAllMocks()
  await world.close()
})

/** What the page would send when its only button is pressed. */
function hiddenIn(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)" \/>/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
}

/** Lets the API answer what is posted to it otherwise, once. */
function answerOnce(status: number): void {
  const { request } = world.app
  let isDone = false
  vi.spyOn(world.app, 'request').mockImplementation((address, init, ...rest) => {
    const isMeant =
      typeof address === 'string' && address.startsWith('http://joinery/v1/') && init?.method === 'POST' && !isDone
    if (!isMeant) return request(address, init, ...rest)
    isDone = true
    return Response.json({ code: 'internal-error' }, { status, headers: { 'retry-after': '7' } })
  })
}

test.each([429, 500, 503])(
  'what a partner ticked stands in the page that answers with %i, and is taken when it is sent from there',
  async (status) => {
    world = await createPartnerWorld(record)
    const { token } = await world.link({ powers: ['statements'], fields: [] })
    answerOnce(status)
    const refused = await post(world.app, `/p/${token}/statements`, chosen)
    const page = await refused.text()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([status, '7'])
    expect(refused.headers.get('content-security-policy')).toContain("form-action 'self'")
    expect(page).toContain('Send it again')
    expect(hiddenIn(page)).toEqual(chosen)
    expect((await post(world.app, `/p/${token}/statements`, hiddenIn(page))).status).toBe(303)
    expect(await (await world.app.request(`/p/${token}/statements`)).text()).toContain('Your answers are sealed')
  },
)

test('where not even the page can be asked for, what was ticked stands there all the same, in the language of the page', async () => {
  world = await createPartnerWorld(record, { key: 40 })
  const { token } = await world.link({ powers: ['statements'], fields: [] })
  const note = { ...chosen, 'a "note"': '<b>' }
  let refused = await post(world.app, `/p/${token}/statements?lang=de`, { nothing: 'chosen' })
  while (refused.status === 422)
    refused = await post(world.app, `/p/${token}/statements?lang=de`, { nothing: 'chosen' })
  refused = await post(world.app, `/p/${token}/statements?lang=de`, note)
  const page = await refused.text()
  expect([refused.status, page]).toEqual([429, expect.stringContaining('Noch einmal senden')])
  expect(page).toContain('<html lang="de" dir="ltr">')
  expect(hiddenIn(page)).toEqual({ ...chosen, 'a &quot;note&quot;': '&lt;b&gt;' })
})

test('a page that was only asked for carries nothing to send', async () => {
  world = await createPartnerWorld(record, { key: 20 })
  const { token } = await world.link({ powers: ['statements'], fields: [] })
  let answer = await world.app.request(`/p/${token}`)
  while (answer.ok) answer = await world.app.request(`/p/${token}?lang=ar`)
  const page = await answer.text()
  expect([answer.status, page]).toEqual([429, expect.stringContaining('dir="rtl"')])
  expect(page).not.toContain('<form')
})
