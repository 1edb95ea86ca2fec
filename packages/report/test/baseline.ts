import { createAssessor, parseRelationship, parseRuleSet, type Relationship, type Result } from '@joinery/core'
import { readdirSync, readFileSync } from 'node:fs'

type Json = Record<string, unknown>

const rules = new URL('../../../rules/iso-44003/', import.meta.url)

/** The baseline as it lies in its folder, put together. */
function readBaseline(): unknown {
  const principles = readAll('principles')
  return {
    ...readJson(new URL('rule-set.json', rules)),
    reference: { principles: principles.map(({ principle, clauses }) => ({ ...(principle as Json), clauses })) },
    practice: { indicators: principles.flatMap(({ indicators }) => indicators as Json[]) },
    lenses: readAll('annexes').flatMap(({ lenses }) => lenses as Json[]),
  }
}

function readAll(folder: string): Json[] {
  const place = new URL(`${folder}/`, rules)
  return readdirSync(place)
    .toSorted()
    .map((name) => readJson(new URL(name, place)))
}

function readJson(file: URL): Json {
  return JSON.parse(readFileSync(file, 'utf8')) as Json
}

/** Scopes without the questions, which no report shows. */
function withoutQuestions(document: unknown): unknown {
  const { scopes, ...rest } = document as { scopes: Record<string, unknown>[] }
  return { ...rest, scopes: scopes.map(({ questions: _questions, ...scope }) => scope) }
}

export const ruleSet = parseRuleSet(withoutQuestions(readBaseline()))

/** The same, with the sections of the plan. */
export const planRuleSet = parseRuleSet({
  ...(withoutQuestions(readBaseline()) as Json),
  plan: readAll('annexes').find(({ plan }) => plan !== undefined)!['plan'],
})
export const assessor = createAssessor(ruleSet)
export const asOf = '2026-11-23'

export function assess(relationship: Relationship, scope = 'full'): Result {
  return assessor.assess(relationship, { asOf, scope })
}

/** The same, with its questions and its texts in other languages: what is said in a language takes them. */
export const spokenRuleSet = parseRuleSet({
  ...(withoutQuestions(readBaseline()) as Json),
  instrument: { questions: readAll('instrument').flatMap((part) => questionsIn(part)) },
  locales: Object.assign({}, ...readAll('locales').map(({ locales }) => locales)),
})

/** A record from `test/cases`. */
export function readCase(name: string): Relationship {
  return parseRelationship(readJson(new URL(`cases/${name}.json`, import.meta.url)), ruleSet)
}

/** The record of a case of the baseline rule set. */
function questionsIn({ instrument, questions }: Json): unknown[] {
  return ((instrument as Json | undefined)?.['questions'] ?? questions ?? []) as unknown[]
}

export function readBaselineCase(name: string): Relationship {
  return readJson(new URL(`cases/${name}.json`, rules))['given'] as Relationship
}
