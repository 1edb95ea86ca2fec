import type { Result } from '@joinery/core'
import type { Block, TableBlock } from '../document/blocks.ts'
import type { Subject } from '../document/subject.ts'
import type { SectionBuilder } from './section.ts'

type LensResult = Result['lenses'][number]

/** The cross-cutting views that the rule set declares. */
export const lenses: SectionBuilder = {
  id: 'lenses',
  formats: ['markdown', 'html'],
  build: (subject) => {
    const { result, ruleSet, say } = subject
    const described = new Map(ruleSet.document.lenses?.map(({ id, description }) => [id, description]))
    return result.lenses.map((lens): Block => {
      const description = described.get(lens.id)
      const intro: Block[] =
        description === undefined
          ? []
          : [{ kind: 'text', tone: 'quiet', text: say(lens.id, 'description', description) }]
      return {
        kind: 'group',
        title: say(lens.id, 'title', lens.title),
        facts: [],
        bar: null,
        isFolded: false,
        blocks: [...intro, tableOf(subject, lens)],
      }
    })
  },
}

function tableOf({ words: { tables, standing, figures }, say }: Subject, { elements }: LensResult): TableBlock {
  return {
    kind: 'table',
    caption: tables.parts,
    columns: [
      { title: tables.part, role: 'name' },
      { title: tables.range, role: 'bar' },
      { title: tables.inPlace, role: 'figure' },
    ],
    rows: elements.map(({ id, title, value, potential }) => {
      const name = say(id, 'title', title)
      return value === null || potential === null
        ? [name, null, standing.leftOut]
        : [name, { score: value, potential, ticks: [] }, figures.percentRange(value, potential)]
    }),
  }
}
