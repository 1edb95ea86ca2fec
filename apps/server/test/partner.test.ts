import { beginFromCopy, modelFields, parsePartnerCopy, shareableFields } from '@joinery/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markedRecord, textsOf } from './marked-record.ts'
import { post } from './pages-world.ts'
import { createPartnerWorld, type PartnerWorld } from './partner-world.ts'

const privateFields = modelFields.filter(({ visibility }) => visibility === 'private')
const { record, marks } = markedRecord()

let world: PartnerWorld
let token: string
beforeAll(async () => {
  world = await createPartnerWorld(record)
  token = (await world.link({ fields: shareableFields.filter((field) => !field.includes('.')) })).token
})
afterAll(() => world.close())

/** Everything that the partner can be answered with, right or wrong, unpacked. */
async function everyByte(): Promise<string> {
  const api = ['', '/invitation', '/pulse', '/statements', '/plan/approval']
  const plans = ['html', 'md', 'docx'].flatMap((ending) => [`/plan.${ending}`, `/plan.${ending}?form=full`])
  const pages = [
    '',
    '/invite',
    '/statements',
    '/copy.json',
    '/copy.html',
    '/plan.html',
    '/plan.md',
    '/plan.docx',
    '/nothing',
  ]
  const headers = { authorization: `Bearer ${token}` }
  const gets = [...api, ...plans].map((rest) => world.app.request(`${world.path}${rest}`, { headers }))
  const shown = pages.map((rest) => world.app.request(`/p/${token}${rest}`))
  const posted = [
    post(world.app, `/p/${token}/facts`, { rmp: 'yes', seen: 'x', risks: 'no' }),
    post(world.app, `/p/${token}/pulse`, { openness: '9' }),
    post(world.app, `/p/${token}/statements`, { 'p01.plan/1': 'perhaps' }),
    post(world.app, `/p/${token}/plan`, { word: 'yes', seen: 'x' }),
    post(world.app, `/p/${token}/other`, {}),
  ]
  const answers = await Promise.all([...gets, ...shown, ...posted])
  expect(answers.slice(0, gets.length + 8).map(({ status }) => status)).toEqual(Array(gets.length + 8).fill(200))
  const bodies = await Promise.all(answers.map(async (answer) => new Uint8Array(await answer.arrayBuffer())))
  const told = answers.map(({ headers: sent }) => JSON.stringify([...sent]))
  return [...told, ...bodies.flatMap(textsOf)].join('\n')
}

test('nothing private is in any byte that the partner can get: pages, plans in each format, answers of the API, faults', async () => {
  const bytes = await everyByte()
  // the marks are worth something: what is shared is there
  expect(bytes).toContain('A shared risk')
  expect(bytes).toContain('text of rmp.owner')
  expect(marks.size).toBeGreaterThan(15)
  for (const [path, mark] of marks) expect(bytes.includes(mark), `${path}: ${mark}`).toBe(false)
  // days are written out on pages, and our own pulse is sealed
  expect(bytes).not.toMatch(/January 2031|1[,.]7654|9[,.]?876/u)
  // of what cannot be marked, neither the name nor the question is there
  const leaves = privateFields.filter(
    ({ path }) => !shareableFields.some((field) => field.endsWith(`.${path.split('.').at(-1)}`)),
  )
  expect(leaves.length).toBeGreaterThan(5)
  for (const { path } of leaves) expect(bytes.includes(`"${path.split('.').at(-1)}"`), path).toBe(false)
})

test.each(['', '/invite', '/statements', '/copy.json', '/copy.html', '/plan.html', '/plan.docx'])(
  'a link that is none leads nowhere: %s',
  async (rest) => {
    const { token: revoked, id } = await world.link()
    expect((await world.app.request(`/p/${revoked}${rest}`)).status).toBe(200)
    await world.send('DELETE', `${world.path}/links/${id}`)
    for (const wrong of [revoked, token.slice(0, -1), `${token}x`, world.firm, world.key, 'pl_x', '%2e%2e', 'a%20b']) {
      const answer = await world.app.request(`/p/${wrong}${rest}`)
      expect([wrong, answer.status]).toEqual([wrong, 404])
      expect(await answer.text()).not.toContain('Harbour')
    }
  },
)

test.each([
  ['?lang=de', {}, 'Unser gemeinsamer Plan', 'de'],
  ['', { 'accept-language': 'de-AT,de;q=0.9' }, 'Unser gemeinsamer Plan', 'de'],
  ['?lang=ar', {}, 'Our plan together', 'en'],
])('the plan is read in the language of the page, where it can be: %s', async (query, asked, title, language) => {
  const page = await (await world.app.request(`/p/${token}/plan.html${query}`, { headers: asked })).text()
  expect(page).toContain(`<html lang="${language}">`)
  expect(page).toContain(title)
})

test('what a partner sends is shown again with what is wrong, and with nothing taken that was not meant', async () => {
  const facts = await post(world.app, `/p/${token}/facts`, { rmp: 'no', 'rmp-note': '  ' })
  expect(facts.status).toBe(422)
  expect(await facts.text()).toContain('say in a few words what is not quite so')
  const stale = await post(world.app, `/p/${token}/facts`, { rmp: 'yes', seen: '"0-shared"' })
  expect(await stale.text()).toContain('was changed while you were reading')
  const pulse = await post(world.app, `/p/${token}/pulse`, {
    reliability: '4',
    openness: '6',
    fairness: '3',
    capability: '2',
  })
  expect(await pulse.text()).toContain('Please answer all four questions')
  const plan = await post(world.app, `/p/${token}/plan`, { word: 'yes', seen: 'another' })
  expect(plan.status).toBe(422)
  const script = await post(world.app, `/p/${token}/plan`, { word: 'no', comment: '<script>alert(1)</script>' })
  expect(script.status).toBe(303)
  const page = await (await world.app.request(`/p/${token}`)).text()
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>')
})

test.each([
  { part: 'facts', sent: { rmp: 'no' }, links: 1 },
  { part: 'facts', sent: { rmp: 'no', risks: 'no' }, links: 2 },
  { part: 'facts', sent: { rmp: 'yes', seen: '"0-shared"' }, links: 1 },
  { part: 'pulse', sent: { openness: '9' }, links: 1 },
  { part: 'statements', sent: {}, links: 1 },
  { part: 'plan', sent: { word: 'no' }, links: 1 },
  { part: 'plan', sent: { word: 'yes', seen: 'x' }, links: 1 },
])('what is wrong with $sent leads to its place on the page ($part)', async ({ part, sent, links }) => {
  const page = await (await post(world.app, `/p/${token}/${part}`, sent)).text()
  const places = [...page.matchAll(/<li><a href="#([^"]+)">/g)].map(([, place]) => place)
  expect(places).toHaveLength(links)
  for (const place of places) expect(page).toContain(`id="${place}"`)
})

test('a page with many facts asks a few at once, and each of the others is a line until it is opened', async () => {
  const page = await (await world.app.request(`/p/${token}`)).text()
  const form = /<form method="post" action="[^"]*\/facts"[\s\S]*?<\/form>/.exec(page)![0]
  const [atOnce, ...folded] = form.split('<details class="fact"')
  const facts = (part: string) => part.match(/<fieldset/g)?.length ?? 0
  expect(facts(atOnce!)).toBe(3)
  expect(folded.length).toBeGreaterThan(9)
  for (const part of folded) expect([facts(part), /^\s*>\s*<summary>/.test(part)]).toEqual([1, true])
})

test('what a partner wrote stands in the page again when something of it could not be taken', async () => {
  const sent = {
    seen: '"0-shared"',
    rmp: 'yes',
    exitJoint: 'no',
    'exitJoint-note': 'We never spoke about it',
    risks: 'no',
    'risks-note': '',
  }
  const page = await (await post(world.app, `/p/${token}/facts`, sent)).text()
  expect(page).toContain('We never spoke about it</textarea>')
  expect(page).toMatch(/<details class="fact"\s+open>(?:(?!<\/details>)[\s\S])*name="exitJoint"\s+value="no"\s+checked/)
  // it may have changed since it was read, so it is to be read again
  expect(page).not.toMatch(/name="rmp"\s+value="yes"\s+checked/)
  const pulse = await (await post(world.app, `/p/${token}/pulse`, { reliability: '4' })).text()
  expect(pulse).toMatch(/name="reliability"\s+value="4"\s+checked/)
})

test('a link for the pulse alone shows the four questions, and no fact', async () => {
  const { token: narrow } = await world.link({ powers: ['pulse'], fields: [] })
  const page = await (await world.app.request(`/p/${narrow}`)).text()
  expect(page).toContain('Four questions on trust')
  expect(page).not.toContain('Is this so?')
  expect(page).not.toContain('The plan you share')
  expect((await world.app.request(`/p/${narrow}/plan.html`)).status).toBe(404)
})

test('statements that could not be taken stand in the page again, below what is wrong with them, which has the focus', async () => {
  const { token: open } = await world.link({ powers: ['statements'], fields: [] })
  const at = `/p/${open}/statements`
  const names = [...(await (await world.app.request(at)).text()).matchAll(/name="([^"]+)" *\s*value="yes"/g)]
  const [first, second] = names.map(([, name]) => name!)
  const refused = await post(world.app, at, { [first!]: 'yes', [second!]: 'perhaps' })
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toMatch(/<div class="summary" role="alert" tabindex="-1" autofocus>/)
  expect([...page.matchAll(/name="([^"]+)"\s+value="(\w+)"\s+checked/g)].map(([, ...chosen]) => chosen)).toEqual([
    [first, 'yes'],
  ])
})

test('statements on a page of their own: sealed, then opened, subject by subject', async () => {
  const { token: open } = await world.link({ powers: ['statements'], fields: [] })
  const at = `/p/${open}/statements`
  const page = await (await world.app.request(at)).text()
  expect(page).toContain('We have begun a written plan')
  expect(page).toContain('“we” is Harbour Joinery')
  // what reads something private is not asked
  expect(page).not.toContain('p12.own')
  const nothing = await post(world.app, at, { 'p01.plan/1': 'notSure' })
  expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('at least one statement')])
  const sent = await post(world.app, at, { 'p01.plan/1': 'no', 'p01.plan/2': 'no', 'p07.trust/1': 'yes' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, at])
  expect(await (await world.app.request(at)).text()).toContain('Your answers are sealed')
  const again = await post(world.app, at, { 'p01.plan/1': 'yes' })
  expect(await again.text()).toContain('Your side has answered this round')
  const ours = { answers: { 'p01.plan/1': 'yes', 'p01.plan/2': 'yes', 'p07.trust/1': 'no' } }
  expect((await world.send('POST', `${world.path}/statements`, ours)).status).toBe(200)
  const opened = await (await world.app.request(at)).text()
  expect(opened).toContain('Harbour Joinery sees more here than you do.')
  expect(opened).toContain('You see more here than Harbour Joinery does')
  expect(opened).toContain('Nothing is agreed yet')
  const { token: narrow } = await world.link({ powers: ['pulse'], fields: [] })
  expect((await world.app.request(`/p/${narrow}/statements`)).status).toBe(404)
})

test.each([
  ['de', 'Harbour Joinery bittet um Ihre Sicht', 'ltr', 'Dieser Link führt ins Leere'],
  ['ar', '\u2068Harbour Joinery\u2069 تطلب رأيكم', 'rtl', 'هذا الرابط لا يؤدي إلى شيء'],
])('speaks %s, by the address or by what the browser asks for', async (language, title, direction, gone) => {
  const asked = { headers: { 'accept-language': `fr, ${language};q=0.8, en;q=0.5` } }
  for (const answer of [
    await world.app.request(`/p/${token}?lang=${language}`),
    await world.app.request(`/p/${token}`, asked),
  ]) {
    const page = await answer.text()
    expect(page).toContain(`<html lang="${language}" dir="${direction}">`)
    expect(page).toContain(`<h1>${title}</h1>`)
  }
  // the language of the address is kept, from page to page
  const page = await (await world.app.request(`/p/${token}?lang=${language}`)).text()
  expect(page).toContain(`/p/${token}/facts?lang=${language}`)
  const sent = await post(world.app, `/p/${token}/plan?lang=${language}`, { word: 'no', comment: 'Juli' })
  expect(sent.headers.get('location')).toBe(`/p/${token}?lang=${language}#plan`)
  const nowhere = await world.app.request('/p/pl_x', asked)
  expect([nowhere.status, await nowhere.text()]).toEqual([404, expect.stringContaining(gone)])
})

test('what a partner takes along is what it saw and said, and a record of its own begins with it', async () => {
  const { token: open } = await world.link({ fields: ['rmp', 'people', 'rel'], powers: ['confirm', 'pulse'] })
  await post(world.app, `/p/${open}/facts`, { people: 'no', 'people-note': 'Cleo Rowe does it since May.' })
  const take = async () => parsePartnerCopy(await (await world.app.request(`/p/${open}/copy.json`)).json())
  const rate = (rating: string) => ({ reliability: rating, openness: rating, fairness: rating, capability: rating })
  await post(world.app, `/p/${open}/pulse`, rate('2'))
  // what is sealed is nowhere, not even here
  expect((await take()).yours).toEqual({
    confirmed: [],
    remarks: [{ field: 'people', comment: 'Cleo Rowe does it since May.' }],
  })
  const ours = { reliability: 4, openness: 4, fairness: 4, capability: 4 }
  await world.send('POST', `${world.path}/pulse`, ours)
  const copy = await take()
  expect(copy.yours.pulse).toMatchObject({ ours: { openness: 2 }, theirs: { openness: 4 } })
  const { own, shared } = beginFromCopy(copy)
  expect(own).toMatchObject({ rel: { partnerName: 'Harbour Joinery' }, pulses: [{ side: 'us', openness: 2 }, {}] })
  expect(shared).toMatchObject({ rmp: { owner: 'text of rmp.owner' } })
  const page = await (await world.app.request(`/p/${open}/copy.html`)).text()
  expect(page).toContain('Cleo Rowe does it since May.')
})
