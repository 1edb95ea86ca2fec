/**
 * What a document may hold, as compact data. Shapes are generated from the Zod schemas, so that core can check
 * documents in a page without carrying Zod, and can say in plain words what is wrong.
 */
export type Shape =
  | { readonly is: 'text'; readonly most?: number; readonly least?: number; readonly form?: Form }
  | { readonly is: 'date'; readonly orEmpty?: true }
  | { readonly is: 'yesNo' }
  | {
      readonly is: 'number'
      readonly least?: number
      readonly most?: number
      readonly above?: number
      readonly whole?: true
    }
  | { readonly is: 'oneOf'; readonly values: readonly (string | number | boolean)[]; readonly orEmpty?: true }
  | { readonly is: 'list'; readonly of: Shape; readonly most?: number; readonly least?: number }
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
  | { readonly is: 'map'; readonly of: Shape; readonly longestKey?: number }
  | { readonly is: 'literal' }
  | { readonly is: 'condition' }
  | { readonly is: 'any' }

/** The few forms that a text may have to have. */
export type Form = 'name' | 'id' | 'version'

export type ObjectShape = Extract<Shape, { is: 'object' }>
