import type { ClauseResult, IndicatorResult, PrincipleResult } from '@joinery/core'
import type { Block, GroupBlock, Item } from '../document/blocks.ts'
import { outcomeText, reasonsOf } from '../document/reasons.ts'
import {
  barOf,
  clausesOf,
  levelOf,
  placeOf,
  scoreRangeOf,
  shareOf,
  shareWordsOf,
  statementOf,
  type Scored,
  type Subject,
} from '../document/subject.ts'
import { listed, said } from '../document/text.ts'
import { pathWords } from './path.ts'
import type { SectionBuilder } from './section.ts'

/** Everything behind the scores: principle, clause, statement, and what was looked at. */
export const details: SectionBuilder = {
  id: 'details',
  formats: ['html'],
  build: (subject) => {
    const groups = subject.result.principles.flatMap((principle) => principleGroup(subject, principle))
    return groups.length === 0 ? [] : [{ kind: 'text', tone: 'quiet', text: subject.words.standing.warning }, ...groups]
  },
}

function principleGroup(subject: Subject, principle: PrincipleResult): GroupBlock[] {
  const own = clausesOf(subject, principle)
  if (own.length === 0) return []
  return [
    {
      kind: 'group',
      title: placeOf(subject, principle),
      ...standing(subject, principle, own),
      isFolded: true,
      blocks: own.map((clause) => clauseGroup(subject, clause)),
    },
  ]
}

function clauseGroup(subject: Subject, clause: ClauseResult): GroupBlock {
  return {
    kind: 'group',
    title: placeOf(subject, clause),
    ...clauseStanding(subject, clause),
    isFolded: false,
    blocks: [
      ...heldBack(subject, clause),
      { kind: 'items', look: 'list', items: clause.outcomes.map((outcome) => itemOf(subject, outcome)) },
    ],
  }
}

/** Score and level; in a scope, the share in place. */
function standing(subject: Subject, node: Scored, own: readonly ClauseResult[]): Pick<GroupBlock, 'facts' | 'bar'> {
  if (subject.scope === undefined)
    return { facts: [scoreRangeOf(subject, node), levelOf(subject, node)], bar: barOf(subject, node) }
  const bar = shareOf(own)
  return { facts: [subject.words.standing.inPlace(shareWordsOf(subject, bar))], bar }
}

function clauseStanding(subject: Subject, clause: ClauseResult): Pick<GroupBlock, 'facts' | 'bar'> {
  const { figures, standing: words } = subject.words
  if (clause.score === null) return { facts: [words.notApplyingNow], bar: null }
  const { facts, bar } = standing(subject, clause, [clause])
  const path = subject.scope === undefined ? subject.paths.find(({ to }) => to === clause.id) : undefined
  return {
    facts: [
      ...facts,
      words.known(figures.percent(clause.coverage ?? 0)),
      ...(clause.applies === 'unknown' ? [words.appliesUnknown] : []),
      ...(path === undefined ? [] : [pathWords(subject, path)]),
    ],
    bar,
  }
}

function heldBack(subject: Subject, clause: ClauseResult): Block[] {
  const reasons = reasonsOf(subject, clause)
  const text = subject.words.standing.heldBackBy(listed(reasons, ' '))
  return reasons.length === 0 ? [] : [{ kind: 'text', tone: 'plain', text }]
}

function itemOf(subject: Subject, result: IndicatorResult): Item {
  const { indicator, outcome, level, observed } = result
  const { words } = subject
  const partly = outcome === 'partly' ? ` (${words.figures.percent(result.value)})` : ''
  const lines = [...new Set(observed.map(({ words: seen }) => seen))]
  return {
    title: statementOf(subject, indicator),
    outcome,
    facts: [`${words.outcomes[outcome]}${partly}`, ...(level === null ? [] : [words.standing.level(level)])],
    notes: [outcomeText(subject, result)],
    ...(observed.length === 0
      ? {}
      : {
          more: {
            title: words.standing.lookedAt,
            // core names what it looked at in English
            lines: lines.map((text) => said({ text, lang: 'en' }, words.language)),
          },
        }),
  }
}
