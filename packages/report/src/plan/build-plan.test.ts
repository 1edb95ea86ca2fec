import { modelFields, type Relationship } from '@joinery/core'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { asOf, planRuleSet as ruleSet, readBaselineCase } from '../../test/baseline.ts'
import { markedRecord, markOf } from '../../test/marked-record.ts'
import { buildPlan, comparePlans, parsePlanTemplate, planHtml, planMarkdown, type PlanForm } from './index.ts'
import { planDocx } from './plan-docx.ts'

const forms: readonly PlanForm[] = ['micro', 'full']
const shared = (record: Relationship, form: PlanForm = 'full') =>
  buildPlan(record, { ruleSet, half: 'shared', form, asOf })
const own = (record: Relationship) => buildPlan(record, { ruleSet, half: 'private', form: 'full', asOf })
const alliance = readBaselineCase('mature-alliance')

describe('the two halves', () => {
  const record = markedRecord()
  const marks = modelFields.map(({ path, visibility }) => ({ mark: markOf(path), visibility }))
  const privateMarks = marks.filter(({ visibility }) => visibility === 'private').map(({ mark }) => mark)

  test.each(forms)(
    'no byte of the shared half, in the %s form and any format, is from a private field',
    async (form) => {
      const plan = shared(record, form)
      const files = unzipSync(await planDocx(plan))
      const bytes = [planHtml(plan), planMarkdown(plan), ...Object.values(files).map((file) => strFromU8(file))].join(
        '\n',
      )
      expect(bytes).toContain(markOf('people.name'))
      expect(privateMarks.filter((mark) => bytes.includes(mark))).toEqual([])
    },
  )

  test('of the shared fields, the private half has the names of the firms and what its entries are called by', () => {
    const bytes = planMarkdown(own(record))
    const seen = marks.filter(({ mark, visibility }) => visibility === 'shared' && bytes.includes(mark))
    expect(seen.map(({ mark }) => mark)).toEqual(['org.name', 'rel.partnerName', 'people.name'].map(markOf))
    expect(bytes).toContain(markOf('exit.triggers'))
  })

  test('our own risks are in the private half until they are shared', () => {
    const risks = [
      { title: 'One buyer', scope: 'own' as const },
      { title: 'One driver', scope: 'own' as const, sharedAt: '2026-05-04' },
    ]
    expect(planMarkdown(own({ risks }))).toMatch(/One buyer/)
    expect(planMarkdown(own({ risks }))).not.toMatch(/One driver/)
    expect(planMarkdown(shared({ risks }))).toMatch(/One driver/)
    expect(planMarkdown(shared({ risks }))).not.toMatch(/One buyer/)
  })
})

describe('a plan', () => {
  test('has ten headings in the short form and fourteen in the full one, with the same numbers', () => {
    const numbers = (form: PlanForm) => shared(alliance, form).headings.map(({ number }) => number)
    expect(numbers('micro')).toEqual([1, 2, 3, 4, 6, 8, 9, 11, 13, 14])
    expect(numbers('full')).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
  })

  test('of an empty record names every heading as missing, with the quickest way to fill it', () => {
    const { headings, missing } = shared({})
    expect(headings).toEqual([])
    expect(missing).toHaveLength(14)
    expect(missing.every(({ quickest }) => quickest.length > 20)).toBe(true)
    expect(own({})).toMatchObject({ headings: [], missing: [] })
  })

  test.each([
    ['nothing about it', {}, 'not yet agreed with the partner'],
    [
      'agreed on its day',
      { versionAt: '2026-06-15', partnerApprovedAt: '2026-06-15' },
      'agreed with the partner on 15 June 2026',
    ],
    [
      'agreed before it was changed',
      { versionAt: '2026-06-15', partnerApprovedAt: '2026-06-14' },
      'not yet agreed with the partner',
    ],
  ])('says whether the partner agreed: %s', (_when, rmp, words) => {
    expect(shared({ rmp }).standing.at(-1)).toBe(words)
  })

  test('shows no more of a list than the short form has room for, and says how many there are', () => {
    const risks = ['low', 'high', 'medium', 'low', 'low', 'low', 'low'] as const
    const record = {
      risks: risks.map((severity, index) => ({ title: `Risk ${index}`, severity, scope: 'joint' as const })),
    }
    const text = planMarkdown(shared(record, 'micro'))
    expect(text).toContain('and 2 more')
    expect(text.indexOf('Risk 1')).toBeLessThan(text.indexOf('Risk 2'))
    expect(text.indexOf('Risk 2')).toBeLessThan(text.indexOf('Risk 0'))
  })

  test('is refused by a rule set that declares none', () => {
    const bare = { ...ruleSet, document: { ...ruleSet.document, plan: undefined } } as unknown as typeof ruleSet
    expect(() => buildPlan({}, { ruleSet: bare, half: 'shared', form: 'micro', asOf })).toThrow(/declares no plan/)
  })

  test('is refused for a day that is none', () => {
    expect(() => buildPlan({}, { ruleSet, half: 'shared', form: 'micro', asOf: '2026-02-30' })).toThrow(
      /not a calendar day/,
    )
  })

  test('shows hostile names as what they are', () => {
    const page = planHtml(
      shared({ org: { name: '<script>alert(1)</script>' }, rel: { partnerName: '$& {us} & "Söhne"' } }),
    )
    expect(page).not.toContain('<script>')
    expect(page).toContain('$&#38; {us} &#38; &#34;Söhne&#34;')
  })
})

test('a Word document has the texts of the page', async () => {
  const plan = shared(alliance)
  const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(await planDocx(plan)) })
  const entries = plan.headings.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'facts' ? block.facts.map(({ value }) => value) : block.entries.map(({ title }) => title),
    ),
  )
  expect(entries.length).toBeGreaterThan(60)
  expect(entries.filter((entry) => !text.includes(entry))).toEqual([])
  expect(text).toContain('Agreed, for Foxglove Bindery')
})

describe('a template', () => {
  test('changes titles, labels, colour and footer, and which headings the short form has', () => {
    const template = parsePlanTemplate(
      {
        language: 'de',
        accent: '#7a1f3d',
        shared: { title: 'Unser gemeinsamer Plan', footer: 'Innung der Buchbinder' },
        headings: { 'plan.snapshot': { title: 'Auf einen Blick' }, 'plan.resources': { micro: true } },
        labels: { 'rel.stage': 'Phase mit {partner}' },
      },
      ruleSet,
    )
    const plan = buildPlan(alliance, { ruleSet, half: 'shared', form: 'micro', asOf, template })
    const page = planHtml(plan)
    for (const part of ['lang="de"', '--accent: #7a1f3d', 'Unser gemeinsamer Plan', 'Innung', 'Auf einen Blick'])
      expect(page).toContain(part)
    expect(page).toContain('Phase mit Lantern Row Press')
    expect(plan.headings.map(({ number }) => number)).toContain(5)
  })

  test.each([
    ['no object', [], ''],
    ['a colour that could carry a style', { accent: '#fff;}b' }, '/accent'],
    ['a misspelt heading', { headings: { 'plan.snapsot': {} } }, '/headings/plan.snapsot'],
    ['a title that is no text', { shared: { title: 7 } }, '/shared/title'],
  ])('is refused: %s', (_what, template, path) => {
    expect(() => parsePlanTemplate(template, ruleSet)).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ path })] }),
    )
  })
})

test('two versions are compared line by line', () => {
  const later = { ...alliance, rmp: { ...alliance.rmp, nextReviewAt: '2027-06-01' }, resources: [] }
  expect(comparePlans(shared(alliance), shared(alliance))).toEqual([])
  expect(comparePlans(shared(alliance), shared(later))).toMatchObject([
    {
      number: 5,
      added: [],
      removed: [expect.stringContaining('Hours a month'), expect.stringContaining('Hours a month')],
    },
    { number: 14, added: ['Next review: 1 June 2027'], removed: ['Next review: 2 March 2027'] },
  ])
})
