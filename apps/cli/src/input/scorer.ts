import {
  createAssessor,
  didYouMean,
  DocumentError,
  type Path,
  type Relationship,
  type Result,
  type RuleSet,
} from '@joinery/core'
import type { SectorWords } from '@joinery/core/plugin'
import { UsageError } from '../exits.ts'
import { sayMissingLanguages, wordsIn } from './languages.ts'
import type { Plugins } from './plugins.ts'

export const engines = ['compiled', 'reference'] as const

/** Scores relationships by one rule set, for one day and scope. */
export interface Scorer {
  readonly ruleSet: RuleSet
  /** What a record may hold: with plugins, the facts of their sectors too. */
  readonly recordRules: RuleSet
  readonly score: (relationship: Relationship) => Promise<ScoredOne>
}

interface ScoredOne {
  readonly result: Result
  readonly paths: readonly Path[]
  /** What sectors say in the language that was asked for. */
  readonly sectorWords: readonly SectorWords[]
}

export interface ScorerOptions {
  readonly engine: (typeof engines)[number]
  readonly asOf: string
  readonly scope: string | undefined
  /** Whether to look for the cheapest way to the next level too; reports show it. */
  readonly withPaths: boolean
  readonly plugins?: Plugins
  /** The language that reports tell sectors in. */
  readonly language?: string | undefined
}

export async function createScorer(ruleSet: RuleSet, options: ScorerOptions): Promise<Scorer> {
  const { asOf, scope, language, plugins: sector } = options
  const plugins = sector?.plugins ?? []
  expectScope(ruleSet, scope)
  const assessor = createAssessor(ruleSet, { plugins })
  const chosen = scope === undefined ? { asOf } : { asOf, scope }
  // a wrong day or scope is said before anything is read or written
  refuseWrong(() => assessor.assess({}, chosen))
  const assess = options.engine === 'compiled' ? assessor.assess : (await loadReference())(ruleSet, { plugins }).assess
  if (language !== undefined) sayMissingLanguages(plugins, language)
  return {
    ruleSet,
    recordRules: sector?.recordRules ?? ruleSet,
    score: async (relationship) => {
      const fetched = (await sector?.fetched(relationship, asOf)) ?? []
      const result = await assess(relationship, { ...chosen, fetched })
      const paths = options.withPaths ? assessor.paths(relationship, chosen) : []
      const told = { language: language ?? '', relationship, options: { ...chosen, fetched } }
      return { result, paths, sectorWords: language === undefined ? [] : wordsIn(result, sector?.sectors ?? [], told) }
    },
  }
}

async function loadReference() {
  const { createReferenceAssessor } = await import('@joinery/core/reference')
  return createReferenceAssessor
}

/** Core names the scopes that there are; here somebody typed one, and may have meant another. */
export function expectScope({ document }: RuleSet, scope: string | undefined): void {
  const known = ['full', ...(document.scopes ?? []).map(({ id }) => id)]
  if (scope === undefined || known.includes(scope)) return
  const hint = didYouMean(scope, known) || `; known scopes: ${known.join(', ')}`
  throw new UsageError(`--scope: unknown scope "${scope}"${hint}`)
}

/** What core has against a day or a scope is said with the name of the option. */
export function refuseWrong<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const option = { '/asOf': '--as-of', '/scope': '--scope' } as const
    const lines = error.faults.map(({ path, message }) => `${option[path as '/asOf'] ?? path}: ${message}`)
    throw new UsageError(lines.join('; '))
  }
}
