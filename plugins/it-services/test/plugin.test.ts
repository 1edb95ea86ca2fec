import { fileURLToPath } from 'node:url'
import { canonicalJson, createAssessor, type Relationship, type RuleSet } from '@joinery/core'
import { createSectors } from '@joinery/core/plugin'
import { createReferenceAssessor } from '@joinery/core/reference'
import { checkRuleSet, loadPlugin, loadRuleSet, runCases, searchWith } from '@joinery/kit'
import { expect, test } from 'vitest'
import itServices from '../src/index.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const search = searchWith(itServices, {})
const iso = loadRuleSet('iso-44003', { from: [folder] }).ruleSet!
const asOf = '2026-11-23'

test('its folder loads as what its code says; its rules are sound, what is left is German for the baseline', async () => {
  const { plugin, faults } = await loadPlugin(folder)
  expect(faults).toEqual([])
  expect(plugin?.name).toBe('msp')
  const findings = checkRuleSet(folder, search).faults.filter(({ path }) => path !== '/locales/de')
  expect(findings.map(({ path, message }) => `${path}: ${message}`)).toEqual([])
})

test('there are ten rules, each beside the clause it belongs to, with limits from a named source', () => {
  const { document, indicators, principles } = createSectors(iso, [itServices]).sectors[0]!.ruleSet
  const citationOf = new Map(
    principles.flatMap(({ clauses }) => clauses.map(({ id, document }) => [id, document.citation])),
  )
  const own = indicators.filter(({ id }) => id.startsWith('msp.'))
  expect(Object.fromEntries(own.map(({ id, clause }) => [id, citationOf.get(clause)]))).toEqual({
    'msp.matrix/3': '5.5.3.3',
    'msp.reviews/3': '5.4.3.3',
    'msp.watermelon/4': '5.11.3.1',
    'msp.admin/2': '5.9.3.2',
    'msp.restore/4': '5.10.3.3',
    'msp.incidents/3': '5.10.3.4',
    'msp.changes/3': '5.7.3.1',
    'msp.client-holds/2': '5.12.3.1',
    'msp.exit/4': '5.12.3.2',
    'msp.ideas/3': '5.8.3.2',
  })
  expect(own.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(['msp.admin/2', 'msp.client-holds/2'])
  const limits = document.facts!.filter(({ value }) => value !== undefined)
  expect(limits).toHaveLength(12)
  expect(limits.every(({ source }) => source!.note.length > 20 && source!.reviewBy! > asOf)).toBe(true)
})

test('every text of its own is there in German', () => {
  const { locales, ...document } = itServices.ruleSets![0] as unknown as RuleSet['document']
  const { indicators } = document.practice
  const { questions } = document.instrument!
  const lists = questions.flatMap(({ fact, fields = [] }) =>
    fields.map(({ field, ...asked }) => ({ ...asked, id: `${fact}.${field}` })),
  )
  const wanted = [...indicators, ...questions, ...lists, ...document.facts!].flatMap((part) => textKeysOf(part))
  const german = Object.entries(locales!['de']!).flatMap(([id, texts]) =>
    Object.keys(texts).map((key) => `${id} ${key}`),
  )
  expect(german.filter((key) => !key.startsWith('rule-set ')).toSorted()).toEqual(wanted.toSorted())
})

interface Part {
  readonly id: string
  readonly choices?: readonly { readonly value: string }[] | undefined
}

/** Each text that a part has, as its id and the name of the text. */
function textKeysOf(part: Part): string[] {
  const names = ['title', 'description', 'help', 'statement', 'unmet', 'next', 'evidence'].filter(
    (name) => name in part,
  )
  const choices = (part.choices ?? []).map(({ value }) => `choice.${value}`)
  return [...names, ...choices].map((name) => `${part.id} ${name}`)
}

test.each(['compiled', 'reference'] as const)(
  'its cases from life come out as they should on the %s evaluator',
  async (engine) => {
    const { cases } = await runCases(folder, { plugin: itServices, engine })
    expect(cases.filter(({ faults, failures }) => faults.length + failures.length > 0)).toEqual([])
    expect(cases.length).toBeGreaterThanOrEqual(5)
  },
)

const satisfied = { reliability: 4, openness: 4, fairness: 4, capability: 4 }

function sectionOf(msp: NonNullable<Relationship['ext']>[string], openness = 4): unknown {
  const pulses = [{ side: 'us' as const, at: '2026-11-02', ...satisfied, openness }]
  const given: Relationship = { rel: { kind: 'supplier' }, pulses, ext: { msp } }
  return createAssessor(iso, { plugins: [itServices] }).assess(given, { asOf }).sectors![0]!.sections[0]!.blocks
}

test('its section says who could still get in, whether the green report is true, and what the client holds', () => {
  const keys = { clientHoldsRegistrar: false, clientHoldsTenant: true, clientHoldsVault: false }
  const services = [{ name: 'Mail', critical: true, reviewedAt: '2026-10-12' }, { critical: true }, { name: 'Screen' }]
  expect(sectionOf({ slaMet: true, leavers: [{ leftAt: '2026-11-22' }], ...keys, services }, 1)).toEqual([
    {
      is: 'list',
      items: [
        'The service level is met, and the client gives 3.25 of 5. Green outside, red inside: talk about it.',
        'Somebody who left could get in for 1 more day.',
        'The client does not hold: the domain name, the password vault.',
      ],
    },
    {
      is: 'table',
      columns: ['Critical service', 'Last review'],
      rows: [
        ['Mail', '2026-10-12'],
        ['no name', 'no day'],
      ],
    },
  ])
})

test.each([
  [{ slaMet: true }, 'The service level is met, and the client gives 4 of 5.'],
  [{ slaMet: false }, 'The agreed service level was missed.'],
  [{}, 'Whether the client feels what the service report says is not known yet.'],
  [{}, 'How long people who left could still get in is not known, or nobody left.'],
  [{}, 'What the client holds in its own name is not fully known yet.'],
  [{ leavers: [{ leftAt: asOf }] }, 'Nobody could get in past the day they left.'],
  [{ leavers: [{ leftAt: '2026-11-20' }] }, 'Somebody who left could get in for 3 more days.'],
  [
    { clientHoldsRegistrar: true, clientHoldsTenant: true, clientHoldsVault: true },
    'The client holds the domain name, the main cloud account and the password vault.',
  ],
])('for %j its section says "%s"', (msp, words) => {
  expect(JSON.stringify(sectionOf(msp))).toContain(words)
})

test('both evaluators give the same bytes, and the core part is the one without the plugin', async () => {
  const given: Relationship = {
    rel: { kind: 'supplier' },
    ext: { msp: { slaMet: true, clientDocuments: [{ updatedAt: '2026-11-01' }, {}] } },
  }
  const result = createAssessor(iso, { plugins: [itServices] }).assess(given, { asOf })
  const reference = createReferenceAssessor(iso, { plugins: [itServices] })
  expect(canonicalJson(await reference.assess(given, { asOf }))).toBe(canonicalJson(result))
  const { sectors, ...core } = result
  expect(sectors).toHaveLength(1)
  expect(canonicalJson(core)).toBe(canonicalJson(createAssessor(iso).assess(given, { asOf })))
})

test('where nothing is known, reasons name what is missing in words', () => {
  const given = { ext: { [itServices.name]: {} } }
  const [sector] = createAssessor(iso, { plugins: [itServices] }).assess(given, { asOf }).sectors!
  expect(sector!.rules).toHaveLength(10)
  for (const { reason } of sector!.rules) expect(reason).not.toMatch(/ext\./)
})
