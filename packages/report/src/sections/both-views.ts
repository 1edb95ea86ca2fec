import { anonymityBlocks, flaggedItems, principleGapBlocks, pulseGapBlocks } from '../gaps/gap-blocks.ts'
import type { SectionBuilder } from './section.ts'

/** Where the two sides see things differently, and what they agreed to do about it; where both answered. */
export const bothViews: SectionBuilder = {
  id: 'both-views',
  title: 'How both sides see it',
  formats: ['markdown', 'html'],
  build: ({ bothViews: views, relationship }) => {
    const { principles, pulse } = views
    const tables = [
      ...(principles === undefined ? [] : principleGapBlocks(principles)),
      ...(pulse === undefined ? [] : pulseGapBlocks(pulse)),
    ]
    if (tables.length === 0) return []
    return [...flaggedItems(views, relationship), ...tables, ...anonymityBlocks(views, relationship)]
  },
}
