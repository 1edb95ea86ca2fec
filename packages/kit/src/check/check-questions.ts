import { pointerOf } from '@joinery/core'
import { nodeOf, readsOf, ownConditions } from './condition-nodes.ts'
import type { View, Whole } from './view.ts'

/** Facts that say who is meant rather than how well things go. */
const identity = /^(?:org|rel|segment)\./

/** Reports questions whose answers change nothing, and rules whose facts nobody is asked for. */
export function checkCoverage(view: View): void {
  checkUnusedQuestions(view)
  checkUnaskedFacts(view)
}

function checkUnusedQuestions({ own, whole, report }: View): void {
  const used = usedFacts(whole)
  for (const [index, { id, fact }] of (own.instrument?.questions ?? []).entries()) {
    if (identity.test(fact) || used.some((read) => isPartOf(read, fact) || isPartOf(fact, read))) continue
    report({
      code: 'unused',
      severity: 'warning',
      path: pointerOf('instrument', 'questions', index, 'fact'),
      value: fact,
      message: `the answer to "${id}" can change no score: no rule and no section of the plan reads "${fact}"; write a rule that does, or drop the question`,
    })
  }
}

/** Everything that rules and the plan read, down to what derived facts are made of. */
function usedFacts(whole: Whole): string[] {
  const context = { named: whole.named }
  const conditions = [
    ...whole.indicators.map((indicator) => indicator.conditions),
    ...whole.principles.flatMap(({ clauses }) => clauses.map(({ appliesWhen }) => appliesWhen)),
  ]
  const reads = conditions.flatMap((condition) => {
    const node = nodeOf(condition, '', context)
    return node === undefined ? [] : readsOf(node).map(({ path }) => path)
  })
  return [...new Set([...reads, ...whole.planFacts, ...reads.flatMap((path) => whole.derivedFrom.get(path) ?? [])])]
}

function checkUnaskedFacts(view: View): void {
  const { whole, report } = view
  if (whole.questions.length === 0) return
  const asked = whole.questions.flatMap(askedFacts)
  // nobody is asked for a limit that the rule set sets itself
  const told = new Set(whole.facts.flatMap(({ id, value }) => (value === undefined ? [] : [id])))
  for (const { path, pointer } of ownConditions(view).flatMap(readsOf)) {
    const sources = [path, ...(whole.derivedFrom.get(path) ?? [])]
    const isAsked = sources.some((source) => asked.some((fact) => isPartOf(source, fact) || isPartOf(fact, source)))
    if (isAsked || path.startsWith('profile.') || told.has(path)) continue
    told.add(path)
    report({
      code: 'unused',
      severity: 'warning',
      path: pointer,
      value: path,
      message: `no question asks for "${path}", so a person who only answers questions can never reach this; add a question`,
    })
  }
}

/** What a question writes: its fact, or the fields it asks for and presets. */
function askedFacts({ fact, fields, preset }: Whole['questions'][number]): string[] {
  if (fields === undefined) return [fact]
  return [...fields.map(({ field }) => field), ...Object.keys(preset ?? {})].map((field) => `${fact}.${field}`)
}

/** Whether a fact is another one or lies inside it; `item` is the text itself of a list of texts. */
function isPartOf(inner: string, outer: string): boolean {
  const fact = inner.endsWith('.item') ? inner.slice(0, -'.item'.length) : inner
  return fact === outer || fact.startsWith(`${outer}.`)
}
