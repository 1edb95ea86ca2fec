/**
 * What a document may hold, as compact data. Shapes are generated from the Zod schemas, so that core can check
 * documents in a page without carrying Zod, and can say in plain words what is wrong.
 */
export type Shape =
  | { readonly is: 'text' | Form; readonly most?: number; readonly least?: number }
  | { readonly is: 'date'; readonly orEmpty?: true }
  | { readonly is: 'yesNo' }
  | { readonly is: 'number' | 'whole'; readonly least?: number; readonly most?: number; readonly above?: number }
  | { readonly is: 'oneOf'; readonly values: readonly (string | number | boolean)[]; readonly orEmpty?: true }
  | { readonly is: 'list'; readonly of: Shape; readonly most?: number; readonly least?: number }
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
  /** `most` is the length of the longest key. */
  | { readonly is: 'map'; readonly of: Shape; readonly most?: number }
  | { readonly is: 'literal' }
  | { readonly is: 'condition' }
  | { readonly is: 'any' }

/** The few forms that a text may have to have. */
export type Form = 'name' | 'id' | 'version'

export type TextShape = Extract<Shape, { is: 'text' | Form }>
export type NumberShape = Extract<Shape, { is: 'number' | 'whole' }>
export type ObjectShape = Extract<Shape, { is: 'object' }>
