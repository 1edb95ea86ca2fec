import { modelFields } from './generated/model.ts'
import type { ModelField } from './model-field.ts'

const byPath: ReadonlyMap<string, ModelField> = new Map(modelFields.map((field) => [field.path, field]))

/** The field of the relationship model at a path, if there is one. */
export function modelField(path: string): ModelField | undefined {
  return byPath.get(path)
}

export { modelFields }
export type { ModelField }
