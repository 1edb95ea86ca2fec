import { anonymityBlocks, flaggedItems, principleGapBlocks, pulseGapBlocks } from '../gaps/gap-blocks.ts'
import type { SectionBuilder } from './section.ts'

/** Where the two sides see things differently, and what they agreed to do about it; where both answered. */
export const bothViews: SectionBuilder = {
  id: 'both-views',
  formats: ['markdown', 'html'],
  build: (subject) => {
    const { bothViews: views, relationship } = subject
    const { principles, pulse } = views
    const tables = [
      ...(principles === undefined ? [] : principleGapBlocks(principles, subject)),
      ...(pulse === undefined ? [] : pulseGapBlocks(pulse, subject)),
    ]
    if (tables.length === 0) return []
    return [...flaggedItems(views, relationship, subject), ...tables, ...anonymityBlocks(views, relationship, subject)]
  },
}
