import type { RuleSet } from '@joinery/core'
import { effortWords } from '@joinery/report'
import { conditionWords } from '../diff/condition-words.ts'
import { listOf, member } from '../diff/data.ts'
import { anchorOf, type Block, type Inline } from './page.ts'
import { sourceWords } from './source-words.ts'
import type { View } from './view.ts'

type Indicator = RuleSet['indicators'][number]

/** An indicator: what it states, what the record must say, what to do, and where its numbers come from. */
export function indicatorBlocks({ id, level, weight, critical, document }: Indicator, view: View): Block[] {
  const place = level === undefined ? id : `${view.levelWords(level)} (${id})`
  return [
    { is: 'heading', depth: 3, anchor: anchorOf(id), text: place },
    text([document.statement]),
    ...asks(document.conditions, view),
    ...[...advice(document), ...first(document, view), ...figures(weight, critical), ...source(document, view)].map(
      text,
    ),
  ]
}

function text(inlines: readonly Inline[]): Block {
  return { is: 'text', inlines }
}

/** What the record must say, part by part. */
function asks(conditions: unknown, { labels }: View): Block[] {
  if (conditions === undefined) return [text(['You answer this yourself; no part of the record says it.'])]
  const all = listOf(member(conditions, 'all'))
  const parts = all.length === 0 ? [conditions] : all
  return [
    text([{ lead: 'The record shows it where:' }]),
    { is: 'list', items: parts.map((part) => [conditionWords(part, labels)]) },
  ]
}

function advice({ unmet, next, effort, evidence }: Indicator['document']): Inline[][] {
  const time = effort === undefined ? '' : ` (${effortWords(effort)})`
  const all = [
    ['If not:', unmet],
    ['Next step:', next === undefined ? undefined : `${next}${time}`],
    ['What you could show:', evidence],
  ] as const
  return all.flatMap(([lead, words]) => (words === undefined ? [] : [[{ lead }, ` ${words}`]]))
}

/** What has to be reached before. */
function first({ requires = [] }: Indicator['document'], { linkTo }: View): Inline[][] {
  return requires.map((id) => [{ lead: 'First:' }, ' ', linkTo(id) ?? id])
}

function figures(weight: number, critical: boolean): Inline[][] {
  return [
    ...(weight === 1 ? [] : [[`It counts ${weight} times as much as its neighbours.`]]),
    ...(critical ? [['Without it, the level is not held.']] : []),
  ]
}

/** Where its numbers come from: its own source, or that of the whole rule set. */
function source({ source: own, conditions }: Indicator['document'], { ruleSet }: View): Inline[][] {
  const lead = { lead: 'Where the numbers come from:' }
  if (own !== undefined) return [[lead, ` ${sourceWords(own)}`]]
  const isForAll = ruleSet.document.source !== undefined && conditions !== undefined
  return isForAll ? [[lead, ' ', { text: 'as for the whole rule set', page: 'index', anchor: 'source' }]] : []
}
