import { createFaults, didYouMean, DocumentError, nearest, pointerOf, shown, type Faults } from './fault.ts'
import { checkExtension } from './parse-extension.ts'
import { standingAnswers } from './rule-set/resolution.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import { checkShape } from './schema/check-shape.ts'
import { isPlainObject } from './schema/shape-limits.ts'
import { relationshipShape } from './schema/generated/relationship-shape.ts'
import { modelKinds } from './schema/model-kinds.ts'
import type { Relationship } from './schema/relationship.ts'

/**
 * Reads a relationship from parsed JSON. With a rule set, answers and sector data are checked against what it declares.
 * Throws one DocumentError with all faults; the value itself is returned unchanged, never a copy.
 */
export function parseRelationship(value: unknown, ruleSet?: RuleSet): Relationship {
  const faults = createFaults()
  checkRelationship(value, ruleSet, faults)
  if (faults.list.length > 0) throw new DocumentError('relationship', faults.list)
  return value as Relationship
}

/** The same without throwing: adds every fault to `faults`. */
export function checkRelationship(value: unknown, ruleSet: RuleSet | undefined, faults: Faults): void {
  checkShape(relationshipShape, value, faults)
  if (!isPlainObject(value)) return
  checkComplete(value['complete'], ruleSet, faults)
  if (ruleSet === undefined) return
  checkAnswers(value['answers'], ruleSet, faults)
  checkExtension(value['ext'], ruleSet, faults)
}

const modelLists = [...modelKinds].flatMap(([path, kind]) => (kind === 'records' || kind === 'texts' ? [path] : []))

function checkComplete(complete: unknown, ruleSet: RuleSet | undefined, faults: Faults): void {
  if (!isPlainObject(complete)) return
  const own = (ruleSet?.document.facts ?? []).map(({ id }) => id)
  for (const path of Object.keys(complete)) {
    if (path.startsWith('ext.') || modelLists.includes(path)) continue
    faults.add({
      code: 'unknown-fact',
      path: pointerOf('complete', path),
      value: path,
      message: `there is no list "${path}"${didYouMean(path, [...modelLists, ...own])}`,
    })
  }
}

function checkAnswers(answers: unknown, ruleSet: RuleSet, faults: Faults): void {
  if (!isPlainObject(answers)) return
  const known = [...ruleSet.document.answers.scale.map(({ value }) => value), ...standingAnswers]
  for (const [key, answer] of Object.entries(answers)) {
    const value = isPlainObject(answer) ? answer['value'] : undefined
    if (typeof value !== 'string' || known.includes(value)) continue
    const hint = nearest(value, known) === undefined ? `; known answers: ${known.join(', ')}` : didYouMean(value, known)
    faults.add({
      code: 'unknown-answer',
      path: pointerOf('answers', key, 'value'),
      value,
      message: `unknown answer ${shown(value)}${hint}`,
    })
  }
}
