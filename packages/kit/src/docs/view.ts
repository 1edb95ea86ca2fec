import type { RuleSet } from '@joinery/core'
import type { Plugin } from '@joinery/core/plugin'
import { labelsOf, valueWords, type Labels } from '../diff/condition-words.ts'
import { anchorOf, pageName, type Link } from './page.ts'

/** What every page needs of the rule set. */
export interface View {
  readonly ruleSet: RuleSet
  /** Names of facts; limits with the value that they have. */
  readonly labels: Labels
  /** The name of a level. */
  readonly levelWords: (level: number) => string
  /** A link to an indicator, by id. */
  readonly linkTo: (indicator: string) => Link | undefined
}

export function viewOf(ruleSet: RuleSet, plugin: Plugin | undefined): View {
  const { document, principles } = ruleSet
  const phrases = (plugin?.operators ?? []).map(({ id, phrase }) => [id, phrase] as const)
  const names = new Map(document.scale.levels.map(({ level, name }) => [level, name]))
  const links = new Map(
    principles.flatMap(({ id: principle, clauses }) =>
      clauses.flatMap(({ indicators }) =>
        indicators.map(({ id, document: { statement } }) => {
          return [id, { text: statement, page: pageName(principle), anchor: anchorOf(id) }] as const
        }),
      ),
    ),
  )
  return {
    ruleSet,
    labels: new Map([...labelsOf(ruleSet), ...limitLabels(ruleSet), ...phrases]),
    levelWords: (level) => `Level ${level}${names.has(level) ? `, ${names.get(level)}` : ''}`,
    linkTo: (indicator) => links.get(indicator),
  }
}

function limitLabels({ document }: RuleSet): [string, string][] {
  return (document.facts ?? []).flatMap(({ id, title, value }) =>
    value === undefined ? [] : [[id, `${valueWords(value)} (${title})`]],
  )
}
