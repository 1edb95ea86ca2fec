import { checkDraft } from './check-draft.ts'
import { impactOnPage } from './impact-page.ts'
import { makeBundle } from './make-bundle.ts'

/** What is done in the workshop. Input and output are plain data. */
export const tasks = { check: checkDraft, bundle: makeBundle, impact: impactOnPage }

export type Tasks = typeof tasks

export type Job = {
  readonly [Kind in keyof Tasks]: { readonly kind: Kind; readonly input: Parameters<Tasks[Kind]>[0] }
}[keyof Tasks]
