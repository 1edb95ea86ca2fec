import {
  checkRelationship,
  checkShape,
  createFaults,
  didYouMean,
  pointerOf,
  type Fault,
  type RuleSet,
} from '@joinery/core'
import type { JsonSource } from '../json/json-source.ts'
import { locate } from '../json/locate.ts'
import { inOrder, type LocatedFault } from '../located-fault.ts'
import { caseShape, indicatorExpectation, type Case } from './case-shape.ts'
import { isTable, readTable, type PlacedCase } from './case-table.ts'

interface CaseFile {
  readonly source: JsonSource
  /** Undefined where the file is faulty. */
  readonly case: Case | undefined
  readonly faults: readonly LocatedFault[]
}

/** Checks a case against the rule set: unknown keys, ids and facts are faults of the case. */
function readCase(source: JsonSource, ruleSet: RuleSet): CaseFile {
  if (source.value === undefined) return { source, case: undefined, faults: source.faults }
  const faults = createFaults()
  checkShape(caseShape, source.value, faults)
  const own = faults.list.length === 0 ? meaningFaults(source.value as Case, ruleSet) : []
  const located = [...faults.list, ...own].map((fault) => locate(source, fault))
  const all = inOrder([...source.faults, ...located])
  return { source, case: all.length === 0 ? (source.value as Case) : undefined, faults: all }
}

/** All cases of a file: one, or each line of a table of short forms. A faulty file has none. */
export function readCases(
  source: JsonSource,
  ruleSet: RuleSet,
): { readonly cases: readonly PlacedCase[]; readonly faults: readonly LocatedFault[] } {
  if (!isTable(source.value)) {
    const { case: one, faults } = readCase(source, ruleSet)
    return { cases: one === undefined ? [] : [{ case: one, at: undefined }], faults }
  }
  const found = createFaults()
  const lines = readTable(source.value, ruleSet, found)
  const faults = inOrder([...source.faults, ...found.list.map((fault) => locate(source, fault))])
  return { cases: faults.length === 0 ? lines : [], faults }
}

function meaningFaults({ given, expect, scope }: Case, ruleSet: RuleSet): Fault[] {
  const inner = createFaults()
  checkRelationship(given, ruleSet, inner)
  const faults = createFaults()
  for (const fault of inner.list) faults.add({ ...fault, path: `/given${fault.path}` })
  const clauses = ruleSet.principles.flatMap((principle) => principle.clauses)
  const names = {
    principles: ruleSet.principles.flatMap(({ id, document }) => [id, document.citation ?? id]),
    clauses: clauses.flatMap(({ id, document }) => [id, document.citation ?? id]),
    indicators: ruleSet.indicators.flatMap(({ id, citation }) => [id, citation]),
  }
  for (const kind of ['principles', 'clauses', 'indicators'] as const)
    for (const id of Object.keys(expect[kind] ?? {}))
      if (!names[kind].includes(id))
        faults.add({
          code: 'unknown-id',
          path: pointerOf('expect', kind, id),
          value: id,
          message: `the rule set has no ${kind.slice(0, -1)} "${id}"${didYouMean(id, names[kind])}`,
        })
  for (const [id, wanted] of Object.entries(expect.indicators ?? {}))
    if (typeof wanted !== 'string') {
      const shape = createFaults()
      checkShape(indicatorExpectation, wanted, shape)
      for (const fault of shape.list)
        faults.add({ ...fault, path: `${pointerOf('expect', 'indicators', id)}${fault.path}` })
    }
  checkScope(scope, ruleSet, faults)
  return faults.list
}

function checkScope(scope: string | undefined, ruleSet: RuleSet, faults: ReturnType<typeof createFaults>): void {
  const scopes = ['full', ...(ruleSet.document.scopes ?? []).map(({ id }) => id)]
  if (scope === undefined || scopes.includes(scope)) return
  faults.add({
    code: 'unknown-id',
    path: '/scope',
    value: scope,
    message: `unknown scope "${scope}"${didYouMean(scope, scopes) || `; known scopes: ${scopes.join(', ')}`}`,
  })
}
