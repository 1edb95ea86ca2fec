import { join } from 'node:path'
import { parseRuleSet } from '@joinery/core'
import { bundleRuleSet, loadRuleSet } from '@joinery/kit'

/** The same questions for both: the statements of the baseline with five answers each. */
export interface Questionnaire {
  /** A rule set for the elements. */
  readonly ruleSet: string
  /** A survey for SurveyJS. */
  readonly survey: string
  readonly hash: string
  /** The page to open, and the radio buttons that are on it. */
  readonly page: string
  readonly radios: number
}

const baseline = join(import.meta.dirname, '../../../../rules/iso-44003')
const choices = ['Yes', 'Partly', 'No', 'Not sure', 'Does not apply']

/** All statements on one page, or one page for each principle. */
export function questionnaireOf(kind: 'one page' | 'by principle'): Questionnaire {
  const { document } = loadRuleSet(baseline).ruleSet!
  const { principles } = document.reference
  const pages =
    kind === 'by principle'
      ? principles
      : [{ ...principles[0]!, clauses: principles.flatMap(({ clauses }) => clauses) }]
  const { scopes: _scopes, lenses: _lenses, plan: _plan, competences: _competences, ...rest } = document
  const ruleSet = parseRuleSet({
    ...rest,
    // every statement is shown at once, as a survey shows its questions; what the records could tell is left out
    method: { name: 'weighted-mean-v1' },
    instrument: { questions: [] },
    locales: {},
    reference: { principles: pages },
  })
  const bundle = bundleRuleSet(ruleSet)
  const statementsOf = ({ clauses }: (typeof pages)[number]) =>
    clauses.flatMap(({ id }) => document.practice.indicators.filter(({ clause }) => clause === id))
  return {
    ruleSet: bundle.text,
    hash: bundle.digest,
    page: pages[0]!.id,
    radios: statementsOf(pages[0]!).length * choices.length,
    survey: JSON.stringify({
      title: document.title,
      pages: pages.map((page) => ({
        title: page.title,
        description: page.what,
        elements: statementsOf(page).map(({ id, statement }) => ({
          type: 'radiogroup',
          name: id,
          title: statement,
          choices,
        })),
      })),
    }),
  }
}
