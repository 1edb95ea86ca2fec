import type { Result } from '@joinery/core'
import type { Block, TableBlock } from '../document/blocks.ts'
import { shareRangeWords } from '../words/numbers.ts'
import type { SectionBuilder } from './section.ts'

type LensResult = Result['lenses'][number]

/** The cross-cutting views that the rule set declares. */
export const lenses: SectionBuilder = {
  id: 'lenses',
  title: 'Other ways to look at it',
  formats: ['markdown', 'html'],
  build: ({ result, ruleSet }) => {
    const described = new Map(ruleSet.document.lenses?.map(({ id, description }) => [id, description]))
    return result.lenses.map((lens): Block => {
      const description = described.get(lens.id)
      const intro: Block[] = description === undefined ? [] : [{ kind: 'text', tone: 'quiet', text: description }]
      return {
        kind: 'group',
        title: lens.title,
        facts: [],
        bar: null,
        isFolded: false,
        blocks: [...intro, tableOf(lens)],
      }
    })
  },
}

function tableOf({ elements }: LensResult): TableBlock {
  return {
    kind: 'table',
    caption: 'Share in place of each part',
    columns: [
      { title: 'Part', role: 'name' },
      { title: 'Range', role: 'bar' },
      { title: 'In place', role: 'figure' },
    ],
    rows: elements.map(({ title: name, value, potential }) =>
      value === null || potential === null
        ? [name, null, 'left out']
        : [name, { score: value, potential, ticks: [] }, shareRangeWords(value, potential)],
    ),
  }
}
