import type { Access } from '../kernel/operation.ts'

/** The row of an operation that is open to all: there is nothing in it that belongs to anybody. */
export const everybody: Access['allow'] = {
  anonymous: ['own', 'sibling', 'foreign'],
  operator: ['own', 'sibling', 'foreign'],
  association: ['own', 'sibling', 'foreign'],
  firm: ['own', 'sibling', 'foreign'],
  partner: ['own', 'sibling', 'foreign'],
  embed: ['own', 'sibling', 'foreign'],
  publishable: ['own', 'sibling', 'foreign'],
}
