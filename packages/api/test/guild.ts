import { parseRuleSet } from '@joinery/core'

type Json = Record<string, unknown>

const texts = { what: 'Do it well.', why: 'It pays off.', how: 'Start now.' }

const aSection = {
  id: 'rmp.people',
  number: 1,
  title: 'Who looks after it',
  prompt: 'Name one person on each side.',
  micro: true,
  parts: [{ fact: 'rmp', view: 'shared' }],
}

/** A rule set as a small association would write it: two principles, a few indicators. */
export function guildRuleSet({ id = 'guild', version = '1.0.0', ...changes }: Json & { id?: string } = {}): Json {
  return {
    formatVersion: 1,
    id,
    version,
    title: 'Guild',
    description: 'What our members agreed on.',
    language: 'en',
    provider: { name: 'Guild of joiners' },
    licence: 'CC0-1.0',
    scale: { top: 2, levels: [level(0, 'None'), level(1, 'Some'), level(2, 'All')] },
    method: { name: 'gated-v1' },
    answers: {
      scale: [
        { value: 'yes', share: 1, label: 'Yes' },
        { value: 'no', share: 0, label: 'No' },
      ],
    },
    reference: {
      principles: [principle('plan', 'Plan'), principle('risk', 'Risk')],
    },
    practice: {
      indicators: [
        indicator('plan', 1, { fact: 'rmp.owner', operator: 'given', value: true }),
        indicator('plan', 2, { fact: 'rmp.createdAt', operator: 'given', value: true }),
        indicator('risk', 1, count(1)),
        indicator('risk', 2, count(3)),
      ],
    },
    instrument: {
      questions: [
        { id: 'q.owner', type: 'text', title: 'Who looks after the plan?', fact: 'rmp.owner' },
        { id: 'q.plan', type: 'date', title: 'When was the plan written?', fact: 'rmp.createdAt' },
        { id: 'q.risks', type: 'records', title: 'What could go wrong?', fact: 'risks' },
      ],
    },
    plan: { sections: [aSection] },
    ...changes,
  }
}

/** The same with another number of risks asked for at level 2: a minor change. */
export function guildAsking(risks: number, version: string): Json {
  const document = guildRuleSet({ version })
  const { indicators } = document['practice'] as { indicators: Json[] }
  return { ...document, practice: { indicators: [...indicators.slice(0, 3), indicator('risk', 2, count(risks))] } }
}

/** What comes with the service in tests. */
export const craft = parseRuleSet(
  guildRuleSet({
    id: 'craft',
    title: 'Craft',
    competences: {
      items: ['listening', 'agreement', 'promises', 'warning', 'fairness'].map((name, index) => ({
        id: `competence.${name}`,
        number: index + 1,
        group: 'do',
        title: `Skill: ${name}`,
        low: 'Seldom seen.',
        mid: 'Seen at times.',
        high: 'Seen always.',
      })),
    },
  }),
)

/** A case that the rule set meets. */
export const aCase = {
  name: 'A plan with an owner',
  asOf: '2026-11-24',
  given: { rmp: { owner: 'Ada Harbour' } },
  expect: { indicators: { 'plan.c/1': 'met', 'plan.c/2': 'unknown' } },
}

/** A record with so many risks noted. */
export function recordWith(risks: number): Json {
  return {
    rmp: { owner: 'Ada Harbour', createdAt: '2026-01-05' },
    risks: Array.from({ length: risks }, (_, index) => ({ title: `Risk ${index + 1}` })),
    complete: ['risks'],
  }
}

function principle(id: string, title: string) {
  return { id, title, ...texts, clauses: [{ id: `${id}.c`, title, ...texts }] }
}

function indicator(of: string, number: number, condition: unknown): Json {
  return {
    id: `${of}.c/${number}`,
    clause: `${of}.c`,
    level: number,
    statement: `We do it (${of}, ${number}).`,
    unmet: 'You do not.',
    next: 'Do it.',
    conditions: { all: [condition] },
  }
}

function count(value: number) {
  return { fact: 'count', params: { of: 'risks' }, operator: 'greaterThanInclusive', value }
}

function level(number: number, name: string) {
  return { level: number, name }
}
