import { canonicalJson } from '../canonical.ts'
import { completeResult } from '../complete-result.ts'
import { dayOf } from '../day.ts'
import type { Data } from '../facts/record.ts'
import { isFailure, isInterval, notDue } from '../facts/values.ts'
import { createLightAssessor, type LightAssessor } from '../light-assessor.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { AssessOptions, Scored } from '../runner.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Fetched, Result, SectorResult } from '../schema/result.ts'
import { sha256Hex } from '../sha256.ts'
import type { Plugin } from './contract.ts'
import { extendRecord, type Extended } from './facts.ts'
import { operatorFaults } from './operators.ts'
import { resolveSectors, type Sector } from './resolve-sectors.ts'
import { writeSections } from './sections.ts'

/** The complete result with the rules of the sector, and what of it goes beside the core result. */
export interface SectorAssessment {
  readonly result: Result
  readonly sector: SectorResult
}

/** The plugins of an assessor, resolved on its rule set. */
export interface Sectors {
  readonly sectors: readonly Sector[]
  readonly assess: (relationship: Relationship, options: AssessOptions) => SectorAssessment[]
}

/**
 * Assesses by the rule set at hand together with each plugin's own rules. Throws one DocumentError where a plugin does not
 * fit. The core result is made elsewhere and never sees any of this.
 */
export function createSectors(base: RuleSet, plugins: readonly Plugin[]): Sectors {
  const sectors = resolveSectors(base, plugins)
  const assessors = sectors.map(createSectorAssessor)
  return { sectors, assess: (relationship, options) => assessors.map((assess) => assess(relationship, options)) }
}

type AssessSector = (relationship: Relationship, options: AssessOptions) => SectorAssessment

/** Compiles the rule set of one sector. */
export function createSectorAssessor(sector: Sector): AssessSector {
  const { score } = createLightAssessor(sector.ruleSet)
  return (relationship, options) => {
    const extended = extend(sector, relationship, options)
    const scored = score(extended.record as Relationship, options).scored()
    return finishSector(sector, extended, { relationship, scored })
  }
}

/** The figures of one sector, for tools that look at conditions and ask for no words. */
export function createSectorScorer(sector: Sector): LightAssessor['score'] {
  const { score } = createLightAssessor(sector.ruleSet)
  return (relationship, options) => score(extend(sector, relationship, options).record as Relationship, options)
}

/** The record that a sector is assessed on. */
export function extend({ plugin, ruleSet }: Sector, relationship: Relationship, options: AssessOptions): Extended {
  const asOf = dayOf(options.asOf)!
  return extendRecord(relationship as Data, { plugin, ruleSet, asOf, fetched: options.fetched ?? [] })
}

interface Finishing {
  readonly relationship: Relationship
  readonly scored: Scored
}

/** Completes what either evaluator scored. */
export function finishSector(
  sector: Sector,
  extended: Extended,
  { relationship, scored }: Finishing,
): SectorAssessment {
  const { plugin, ruleSet } = sector
  const { evaluation, run } = scored.input
  const whole = completeResult(scored)
  const provenance = { ...whole.provenance, inputHash: sha256Hex(canonicalJson(relationship)) }
  const result: Result = { ...whole, notices: [...whole.notices, ...extended.notices], provenance }
  const own = ownIndicators(sector)
  const outcomes = Object.fromEntries(
    result.clauses
      .flatMap((clause) => clause.outcomes.map(({ indicator, outcome }) => [indicator, outcome] as const))
      .filter(([indicator]) => own.has(indicator)),
  )
  const { language } = ruleSet.document
  const { sections, faults } = writeSections(plugin, { record: extended.record, outcomes, asOf: run.asOf, language })
  const tested = operatorFaults(ruleSet.operators!, ruleSet.indicators, {
    asOf: run.asOf,
    tracesOf: evaluation.tracesOf,
  })
  const beside = { sections, faults: [...extended.faults, ...tested, ...faults] }
  return { result, sector: besideCore(sector, { result, extended, beside, fetched: scored.options.fetched ?? [] }) }
}

/** The indicators that a plugin added. */
function ownIndicators({ plugin, ruleSet }: Sector): ReadonlySet<string> {
  return new Set(ruleSet.indicators.map(({ id }) => id).filter((id) => id.startsWith(`${plugin.name}.`)))
}

interface Parts {
  readonly result: Result
  readonly extended: Extended
  readonly beside: Pick<SectorResult, 'sections' | 'faults'>
  readonly fetched: readonly Fetched[]
}

function besideCore(sector: Sector, { result, extended, beside, fetched }: Parts): SectorResult {
  const { plugin, ruleSet } = sector
  const own = ownIndicators(sector)
  const clauses = result.clauses.filter(({ outcomes }) => outcomes.some(({ indicator }) => own.has(indicator)))
  const touched = new Set(clauses.map(({ principle }) => principle))
  const providers = new Set((plugin.factProviders ?? []).map(({ id }) => id))
  return {
    plugin: plugin.name,
    pluginVersion: plugin.version ?? null,
    title: ruleSet.document.title,
    headline: result.headline,
    principles: result.principles.filter(({ id }) => touched.has(id)),
    clauses,
    rules: rulesOf(sector, clauses, own),
    facts: factsOf(sector, extended),
    ...beside,
    errors: result.errors.filter(({ indicator }) => own.has(indicator)),
    notices: result.notices.filter(
      ({ path }) => path.startsWith('/ext/') || path.startsWith(`/answers/${plugin.name}.`),
    ),
    fetched: fetched.filter(({ provider }) => providers.has(provider)),
    provenance: result.provenance,
  }
}

function rulesOf(
  { ruleSet }: Sector,
  clauses: SectorResult['clauses'],
  isOwn: ReadonlySet<string>,
): SectorResult['rules'] {
  const outcomes = new Map(clauses.flatMap((clause) => clause.outcomes.map((own) => [own.indicator, own] as const)))
  return ruleSet.indicators.flatMap(({ id, clause, document: { statement, next = null } }) => {
    const own = outcomes.get(id)
    if (own === undefined || !isOwn.has(id)) return []
    return [{ indicator: id, clause, statement, next, outcome: own.outcome, reason: own.reason }]
  })
}

function factsOf({ ruleSet }: Sector, { values }: Extended): SectorResult['facts'] {
  const titles = new Map((ruleSet.document.facts ?? []).map(({ id, title }) => [id, title]))
  return [...values].map(([fact, value]) => ({ fact, title: titles.get(fact) ?? fact, value: plain(value) }))
}

function plain(value: unknown): unknown {
  if (value === undefined || value === notDue || isFailure(value)) return null
  if (isInterval(value)) return { least: value.least, most: Number.isFinite(value.most) ? value.most : null }
  return value
}
