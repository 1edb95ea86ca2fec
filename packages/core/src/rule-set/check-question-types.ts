import { didYouMean, pointerOf, type Faults } from '../fault.ts'
import type { RuleSetDocument } from '../schema/rule-set.ts'

/** What is known of question types where rule sets are read: the type that each writes, by its id. */
export type AddedQuestionTypes = ReadonlyMap<string, string>

/**
 * Reports questions that name a question type which no plugin at hand brings, or one that writes something else. The type of
 * the question itself stays what it is asked as wherever the plugin is not.
 */
export function checkQuestionTypes(own: RuleSetDocument, added: AddedQuestionTypes = new Map(), faults: Faults): void {
  for (const [index, { type, as }] of (own.instrument?.questions ?? []).entries()) {
    if (as === undefined) continue
    const writes = added.get(as)
    const path = pointerOf('instrument', 'questions', index, 'as')
    if (writes === undefined) {
      const [plugin = ''] = as.split('/')
      const hint = didYouMean(as, added.keys()) || `; load the plugin "${plugin}" that brings it, or leave "as" out`
      faults.add({ code: 'unknown-id', path, value: as, message: `there is no question type "${as}"${hint}` })
    } else if (writes !== type)
      faults.add({
        code: 'conflict',
        path,
        value: as,
        message: `"${as}" writes a ${writes}, and the question is of type ${type}; both should be "${writes}"`,
      })
  }
}
