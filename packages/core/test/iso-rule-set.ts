import { readdirSync, readFileSync } from 'node:fs'
import { parseRuleSet } from '../src/rule-set/parse-rule-set.ts'
import type { RuleSet } from '../src/rule-set/rule-set.ts'

type Json = Record<string, unknown>

const folder = new URL('../../../rules/iso-44003/', import.meta.url)

const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json
const readAll = (path: string) =>
  readdirSync(new URL(path, folder))
    .toSorted()
    .map((file) => read(`${path}${file}`))

/** The baseline rule set, its files put together. */
export function isoDocument(): Record<string, unknown> {
  const principles = readAll('principles/')
  const parts = readAll('annexes/')
  return {
    ...read('rule-set.json'),
    reference: { principles: principles.map(({ principle, clauses }) => ({ ...(principle as object), clauses })) },
    practice: { indicators: principles.flatMap(({ indicators }) => indicators as object[]) },
    instrument: {
      questions: readAll('instrument/').flatMap(({ instrument }) => (instrument as { questions: [] }).questions),
    },
    lenses: parts.flatMap(({ lenses }) => (lenses ?? []) as object[]),
    plan: parts.find(({ plan }) => plan !== undefined)?.['plan'],
    competences: parts.find(({ competences }) => competences !== undefined)?.['competences'],
  }
}

export function isoRuleSet(): RuleSet {
  return parseRuleSet(isoDocument())
}
