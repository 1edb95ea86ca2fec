import type { RuleSet } from '@joinery/core'
import { conditionWords } from '../diff/condition-words.ts'
import { numbered } from './index-page.ts'
import { indicatorBlocks } from './indicator-blocks.ts'
import { anchorOf, pageName, type Block, type Inline, type Page } from './page.ts'
import type { View } from './view.ts'

type Principle = RuleSet['principles'][number]
type Clause = Principle['clauses'][number]

/** A principle with its clauses, their questions and indicators. */
export function principlePage(principle: Principle, view: View): Page {
  const { id, document, clauses, weight } = principle
  return {
    name: pageName(id),
    title: numbered(document.citation, document.title),
    blocks: [
      neighbours(principle, view),
      ...aboutBlocks(document),
      ...weightBlocks(weight),
      ...questions(id, view),
      ...clauses.flatMap((clause) => clauseBlocks(clause, view)),
      neighbours(principle, view),
    ],
  }
}

/** The way to the index and to the pages before and after. */
function neighbours({ id }: Principle, { ruleSet }: View): Block {
  const at = ruleSet.principles.findIndex((principle) => principle.id === id)
  const around = [ruleSet.principles[at - 1], ruleSet.principles[at + 1]]
  const links = around.flatMap((principle): Inline[] =>
    principle === undefined
      ? []
      : [
          ' · ',
          { text: numbered(principle.document.citation, principle.document.title), page: pageName(principle.id) },
        ],
  )
  return { is: 'text', inlines: [{ text: ruleSet.document.title, page: 'index' }, ...links] }
}

function aboutBlocks({ what, why, how }: Principle['document'] | Clause['document']): Block[] {
  const lines = [
    ['', what],
    ['Why it matters:', why],
    ['How to begin:', how],
  ] as const
  return lines.flatMap(([lead, text]): Block[] =>
    text === undefined ? [] : [{ is: 'text', inlines: lead === '' ? [text] : [{ lead }, ` ${text}`] }],
  )
}

function weightBlocks(weight: number): Block[] {
  return weight === 1 ? [] : [{ is: 'text', inlines: [`It counts ${weight} times as much as its neighbours.`] }]
}

function clauseBlocks({ id, document, weight, indicators }: Clause, view: View): Block[] {
  const { appliesWhen } = document
  return [
    { is: 'heading', depth: 2, anchor: anchorOf(id), text: numbered(document.citation, document.title) },
    ...aboutBlocks(document),
    ...weightBlocks(weight),
    ...(appliesWhen === undefined
      ? []
      : [
          {
            is: 'text',
            inlines: [{ lead: 'It counts only while:' }, ` ${conditionWords(appliesWhen, view.labels)}`],
          } as const,
        ]),
    ...questions(id, view),
    ...indicators.flatMap((indicator) => indicatorBlocks(indicator, view)),
  ]
}

/** What people are asked beside a clause or a principle. */
function questions(place: string, { ruleSet }: View): Block[] {
  const asked = (ruleSet.document.instrument?.questions ?? []).filter(({ clause }) => clause === place)
  if (asked.length === 0) return []
  return [
    { is: 'text', inlines: [{ lead: 'What you are asked:' }] },
    { is: 'list', items: asked.map(({ title, help }) => [help === undefined ? title : `${title} ${help}`]) },
  ]
}
