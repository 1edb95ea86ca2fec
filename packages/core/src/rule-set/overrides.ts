import { didYouMean, pointerOf, type Faults } from '../fault.ts'
import type { OverrideDocument, RuleSetDocument } from '../schema/rule-set.ts'
import type { Change, ResolvedDocument } from './rule-set.ts'

/** A copy of the extended document with the changes applied, and what was changed; every change is traceable. */
export function applyOverrides(
  base: ResolvedDocument,
  own: RuleSetDocument,
  faults: Faults,
): { document: ResolvedDocument; changes: Change[] } {
  const document = JSON.parse(JSON.stringify(base)) as ResolvedDocument
  const changes: Change[] = []
  const seen = new Map<string, number>()
  for (const [index, override] of (own.overrides ?? []).entries()) {
    const path = pointerOf('overrides', index)
    const before = seen.get(override.target)
    if (before !== undefined)
      faults.add({
        code: 'conflict',
        path,
        value: override.target,
        message: `"${override.target}" is changed here and in /overrides/${before}; say it once`,
      })
    seen.set(override.target, index)
    changes.push(...applyOverride(document, override, { faults, path, ruleSet: own.id }))
  }
  return { document, changes }
}

interface Context {
  readonly faults: Faults
  readonly path: string
  readonly ruleSet: string
}

function applyOverride(
  document: ResolvedDocument,
  override: OverrideDocument,
  { faults, path, ruleSet }: Context,
): Change[] {
  const target = targetsOf(document).get(override.target)
  if (target === undefined) {
    const hint = didYouMean(override.target, targetsOf(document).keys())
    faults.add({
      code: 'unknown-id',
      path: `${path}/target`,
      value: override.target,
      message: `the extended rule set has no "${override.target}"${hint}`,
    })
    return []
  }
  if ((override.off === undefined) === (override.set === undefined)) {
    faults.add({
      code: 'not-allowed',
      path,
      message: 'a change either sets something ("set") or switches an indicator off ("off")',
    })
    return []
  }
  if (override.off)
    return switchOff(document, override.target, { faults, path })
      ? [{ ruleSet, target: override.target, because: override.because, field: 'off', from: false, to: true }]
      : []
  return setFields(target, override, { faults, path, ruleSet })
}

function setFields(
  { kind, element }: Target,
  override: OverrideDocument,
  { faults, path, ruleSet }: Context,
): Change[] {
  return Object.entries(override.set ?? {}).flatMap(([field, to]) => {
    if (!allowedFields(kind).includes(field)) {
      const message = `a ${kind} has no "${field}" to change; it has ${allowedFields(kind).join(', ')}`
      faults.add({ code: 'not-allowed', path: `${path}/set/${field}`, value: to, message })
      return []
    }
    const from = element[field]
    element[field] = to
    return [{ ruleSet, target: override.target, because: override.because, field, from, to }]
  })
}

interface Target {
  readonly kind: Kind
  readonly element: Record<string, unknown>
}

type Kind = 'principle' | 'clause' | 'indicator' | 'limit'

function allowedFields(kind: Kind): readonly string[] {
  if (kind === 'limit') return ['value', 'source']
  if (kind !== 'indicator') return ['weight', 'title', 'what', 'why', 'how']
  return ['weight', 'critical', 'notApplicable', 'effort', 'statement', 'unmet', 'next', 'evidence', 'conditions']
}

function targetsOf(document: ResolvedDocument): Map<string, Target> {
  const targets = new Map<string, Target>()
  for (const principle of document.reference.principles) {
    targets.set(principle.id, { kind: 'principle', element: principle })
    for (const clause of principle.clauses) targets.set(clause.id, { kind: 'clause', element: clause })
  }
  for (const indicator of document.practice.indicators)
    targets.set(indicator.id, { kind: 'indicator', element: indicator })
  for (const fact of document.facts ?? [])
    if (fact.value !== undefined) targets.set(fact.id, { kind: 'limit', element: fact })
  return targets
}

/** Takes an indicator out, and out of every scope and lens that names it. */
function switchOff(
  document: ResolvedDocument,
  id: string,
  { faults, path }: { faults: Faults; path: string },
): boolean {
  const { indicators } = document.practice
  const index = indicators.findIndex((indicator) => indicator.id === id)
  if (index < 0) {
    faults.add({
      code: 'not-allowed',
      path: `${path}/off`,
      value: id,
      message: `"${id}" is not an indicator; only indicators can be switched off`,
    })
    return false
  }
  indicators.splice(index, 1)
  for (const indicator of indicators)
    if (indicator.requires !== undefined) indicator.requires = indicator.requires.filter((other) => other !== id)
  for (const scope of document.scopes ?? [])
    if (scope.indicators !== undefined) scope.indicators = scope.indicators.filter((other) => other !== id)
  for (const lens of document.lenses ?? []) {
    for (const element of lens.elements) element.indicators = element.indicators.filter((other) => other !== id)
    lens.elements = lens.elements.filter(({ indicators: left }) => left.length > 0)
  }
  return true
}
