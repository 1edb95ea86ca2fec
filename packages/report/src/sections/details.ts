import type { ClauseResult, IndicatorResult, PrincipleResult } from '@joinery/core'
import type { Block, GroupBlock, Item } from '../document/blocks.ts'
import {
  barOf,
  clausesOf,
  levelOf,
  placeOf,
  reasonsOf,
  scoreRangeOf,
  shareOf,
  shareWordsOf,
  statementOf,
  type Scored,
  type Subject,
} from '../document/subject.ts'
import { outcomes } from '../words/outcomes.ts'
import { percentWords } from '../words/numbers.ts'
import { pathWords } from './path.ts'
import type { SectionBuilder } from './section.ts'

/** Everything behind the scores: principle, clause, statement, and what was looked at. */
export const details: SectionBuilder = {
  id: 'details',
  title: 'How it came about',
  formats: ['html'],
  build: (subject) => {
    const groups = subject.result.principles.flatMap((principle) => principleGroup(subject, principle))
    return groups.length === 0 ? [] : [{ kind: 'text', tone: 'quiet', text: warning }, ...groups]
  },
}

const warning =
  'Open a principle to see what was judged and why; what is open is printed too. These details may show facts that you keep to yourself; read them before you pass the report on.'

function principleGroup(subject: Subject, principle: PrincipleResult): GroupBlock[] {
  const own = clausesOf(subject, principle)
  if (own.length === 0) return []
  return [
    {
      kind: 'group',
      title: placeOf(principle),
      ...standing(subject, principle, own),
      isFolded: true,
      blocks: own.map((clause) => clauseGroup(subject, clause)),
    },
  ]
}

function clauseGroup(subject: Subject, clause: ClauseResult): GroupBlock {
  return {
    kind: 'group',
    title: placeOf(clause),
    ...clauseStanding(subject, clause),
    isFolded: false,
    blocks: [
      ...heldBack(clause),
      { kind: 'items', look: 'list', items: clause.outcomes.map((outcome) => itemOf(subject, outcome)) },
    ],
  }
}

/** Score and level; in a scope, the share in place. */
function standing(subject: Subject, node: Scored, own: readonly ClauseResult[]): Pick<GroupBlock, 'facts' | 'bar'> {
  if (subject.scope === undefined)
    return { facts: [scoreRangeOf(node), levelOf(subject, node)], bar: barOf(subject, node) }
  const bar = shareOf(own)
  return { facts: [`${shareWordsOf(bar)} in place`], bar }
}

function clauseStanding(subject: Subject, clause: ClauseResult): Pick<GroupBlock, 'facts' | 'bar'> {
  if (clause.score === null) return { facts: ['does not apply now'], bar: null }
  const { facts, bar } = standing(subject, clause, [clause])
  const path = subject.scope === undefined ? subject.paths.find(({ to }) => to === clause.id) : undefined
  return {
    facts: [
      ...facts,
      `${percentWords(clause.coverage ?? 0)} known`,
      ...(clause.applies === 'unknown' ? ['whether it applies is not known'] : []),
      ...(path === undefined ? [] : [pathWords(subject, path)]),
    ],
    bar,
  }
}

function heldBack(clause: ClauseResult): Block[] {
  const reasons = reasonsOf(clause)
  return reasons.length === 0 ? [] : [{ kind: 'text', tone: 'plain', text: `Held back by: ${reasons.join(' ')}` }]
}

function itemOf(subject: Subject, result: IndicatorResult): Item {
  const { indicator, outcome, level, reason, observed } = result
  const partly = outcome === 'partly' ? ` (${percentWords(result.value)})` : ''
  return {
    title: statementOf(subject, indicator),
    outcome,
    facts: [`${outcomes[outcome].word}${partly}`, ...(level === null ? [] : [`level ${level}`])],
    notes: [reason],
    ...(observed.length === 0
      ? {}
      : { more: { title: 'What was looked at', lines: [...new Set(observed.map(({ words }) => words))] } }),
  }
}
