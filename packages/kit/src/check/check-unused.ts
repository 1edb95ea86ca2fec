import { isPlainObject, pointerOf } from '@joinery/core'
import { outerTestsOf, ownConditions, readsOf, type TestNode } from './condition-nodes.ts'
import { rulesOf } from './rules.ts'
import type { View } from './view.ts'

/** Reports what a rule set declares and never uses, and values that a rule waits for and no question offers. */
export function checkUnused(view: View): void {
  checkNamedConditions(view)
  checkOwnFacts(view)
  checkChoices(view)
  checkHeld(view)
}

function checkNamedConditions({ own, whole, report }: View): void {
  const used = new Set<string>()
  for (const { conditions } of whole.indicators) collectNames(conditions, used)
  for (const { set } of own.overrides ?? []) collectNames(set?.conditions, used)
  for (const { clauses } of whole.principles) for (const { appliesWhen } of clauses) collectNames(appliesWhen, used)
  for (const condition of Object.values(whole.named)) collectNames(condition, used)
  for (const name of Object.keys(own.conditions ?? {}))
    if (!used.has(name))
      report({
        code: 'unused',
        severity: 'warning',
        path: pointerOf('conditions', name),
        value: name,
        message: `no rule refers to the condition "${name}"; write { "condition": "${name}" } in one, or drop it`,
      })
}

function collectNames(value: unknown, names: Set<string>, depth = 0): void {
  if (depth > 64 || typeof value !== 'object' || value === null) return
  if (isPlainObject(value) && typeof value['condition'] === 'string') names.add(value['condition'])
  for (const inner of Object.values(value)) collectNames(inner, names, depth + 1)
}

function checkOwnFacts(view: View): void {
  const { own, whole, report } = view
  const rules = rulesOf(view).flatMap(({ node }) => (node === undefined ? [] : readsOf(node)))
  const read = new Set([...rules, ...ownConditions(view).flatMap(readsOf)].map(({ path }) => path))
  const used = [...read, ...whole.planFacts, ...whole.questions.map(({ fact }) => fact)]
  for (const [index, { id }] of (own.facts ?? []).entries()) {
    if (used.some((path) => path === id || path.startsWith(`${id}.`))) continue
    report({
      code: 'unused',
      severity: 'warning',
      path: pointerOf('facts', index, 'id'),
      value: id,
      message: `nothing asks for "${id}" and no rule reads it; write a question or a rule, or drop the fact`,
    })
  }
}

/** A text fact that is only ever chosen from a list can have no other value. */
function checkChoices(view: View): void {
  const offered = new Map(
    view.whole.questions.flatMap(({ fact, type, choices }) =>
      (type === 'choice' || type === 'choices') && choices !== undefined
        ? [[fact, choices.map(({ value }) => value)] as const]
        : [],
    ),
  )
  for (const test of ownConditions(view).flatMap(outerTestsOf)) {
    const choices = offered.get(test.left.fact)
    if (choices === undefined || !view.whole.facts.some(({ id }) => id === test.left.fact)) continue
    for (const value of textsIn(test))
      if (!choices.includes(value))
        view.report({
          code: 'unreachable',
          severity: 'warning',
          path: `${test.pointer}/value`,
          value,
          message: `no question offers "${value}" for "${test.left.fact}"; it offers ${choices.join(', ')}`,
        })
  }
}

function textsIn({ right, operator }: TestNode): string[] {
  if (!('literal' in right) || !/(?:^|:)(?:equal|in|contains)$/.test(operator)) return []
  const all: unknown[] = Array.isArray(right.literal) ? right.literal : [right.literal]
  return all.filter((value) => typeof value === 'string')
}

/** A level is held from a share of it; nobody can have more than all. */
function checkHeld({ own, whole, report }: View): void {
  const held = own.method?.parameters?.['held']
  if (held === undefined || held <= 1 || !whole.isGated) return
  report({
    code: 'unreachable',
    severity: 'error',
    path: pointerOf('method', 'parameters', 'held'),
    value: held,
    message: `no level can ever be held: "held" is a share, and ${held} is more than all; write 0.85 for 85 %`,
  })
}
