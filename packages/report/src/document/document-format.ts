/** A format that is made of sections. */
export type DocumentFormat = 'table' | 'markdown' | 'html'

export const everyFormat: readonly DocumentFormat[] = ['table', 'markdown', 'html']
