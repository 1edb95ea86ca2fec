import {
  didYouMean,
  type ClauseResult,
  type IndicatorResult,
  type NextStep,
  type Path,
  type RuleSet,
} from '@joinery/core'
import { createScorer } from '../input/scorer.ts'
import { oneRelationship } from '../input/one-relationship.ts'
import { ruleSetOf } from '../input/rules.ts'
import { exits, UsageError } from '../exits.ts'
import { readOptions, today } from '../options.ts'
import { clean } from '../output/print-faults.ts'
import { print } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Takes one clause of an assessment apart: what was looked at, what was found, what holds it back, what to do next.
Or says who set what in a rule set that extends another: which layer wrote it, who changed it since, where and why.

usage: joinery explain FILE --clause ID [--rules NAME|PATH] [--scope NAME] [--as-of YYYY-MM-DD]
       joinery explain NAME|PATH --who ID

ID is the id of a clause (p07.trust) or its number (5.7.3.1); with --who also of a principle (p07) or an indicator
(p07.trust/2). FILE is a .json file with one relationship, or -. NAME is a rule set by name, PATH its folder or file.
`

const options = {
  clause: { type: 'string' },
  who: { type: 'string' },
  rules: { type: 'string' },
  scope: { type: 'string' },
  'as-of': { type: 'string' },
} as const

export const explain: Command = { help, run: runExplain }

async function runExplain(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  if (values.who !== undefined) return who(positionals, values.who, Object.keys(values))
  if (values.clause === undefined) throw new UsageError('say which clause: --clause 5.7.3.1')
  const ruleSet = ruleSetOf(values.rules ?? 'iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const id = clauseIdOf(ruleSet, values.clause)
  const asOf = values['as-of'] ?? today()
  const relationship = await oneRelationship(positionals, ruleSet, 'explain')
  if (relationship === undefined) return exits.badInput
  const scorer = await createScorer(ruleSet, { engine: 'compiled', asOf, scope: values.scope, withPaths: true })
  const { result, paths } = await scorer.score(relationship)
  const clause = result.clauses.find((candidate) => candidate.id === id)
  if (clause === undefined) throw new UsageError(`the scope "${values.scope}" leaves the clause "${values.clause}" out`)
  const steps = result.nextSteps.filter((step) => step.clause === id)
  await print(explanation(ruleSet, clause, { steps, path: paths.find(({ to }) => to === id) }))
  return exits.fine
}

async function who(names: readonly string[], id: string, given: readonly string[]): Promise<number> {
  const [name, ...others] = names
  if (name === undefined || others.length > 0) throw new UsageError('name one rule set: a folder, a file or a name')
  if (given.length > 1) throw new UsageError('--who stands alone: it looks at a rule set, and at no relationship')
  const { explainWho } = await import('./explain-who.ts')
  return explainWho(name, id)
}

function clauseIdOf(ruleSet: RuleSet, word: string): string {
  const clauses = ruleSet.principles.flatMap((principle) => principle.clauses)
  const found = clauses.find(({ id, document }) => id === word || document.citation === word)
  if (found !== undefined) return found.id
  const names = clauses.flatMap(({ id, document }) => [id, document.citation ?? id])
  throw new UsageError(`there is no clause "${word}"${didYouMean(word, names)}`)
}

interface Ways {
  readonly steps: readonly NextStep[]
  readonly path: Path | undefined
}

function explanation(ruleSet: RuleSet, clause: ClauseResult, { steps, path }: Ways): string {
  const statements = new Map(ruleSet.indicators.map(({ id, document }) => [id, document.statement]))
  const sections = [
    [`${clause.clause} ${clause.title}`, standing(ruleSet, clause)],
    ...clause.outcomes.map((outcome) => indicatorLines(outcome, statements.get(outcome.indicator) ?? '')),
    section(
      'Held back by',
      clause.heldBackBy.map(({ reason }) => reason),
    ),
    section(
      'Next',
      steps.map(({ text, effort, scores }) => `${text} (${minutes(effort)}; the clause would score ${scores.clause})`),
    ),
    path === undefined
      ? []
      : [
          `Cheapest way to level ${path.level}, ${minutes(path.effort)} in all:`,
          ...path.steps.map((step) => `  - ${stepWords(step, ruleSet)}`),
        ],
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(clean).join('\n'))
    .join('\n\n')}\n`
}

function standing(ruleSet: RuleSet, { level, score, potential, applies }: ClauseResult): string {
  if (score === null) return applies === 'no' ? 'Does not apply at the moment.' : 'There is nothing to judge here yet.'
  const name = ruleSet.document.scale.levels.find((candidate) => candidate.level === level)?.name
  const range =
    score === potential ? `score ${score}` : `score ${score}, up to ${potential} if all that is unknown is well`
  return `Level ${level}${name === undefined ? '' : ` "${name}"`}, ${range}.`
}

function indicatorLines(
  { indicator, level, outcome, reason, observed, declared }: IndicatorResult,
  statement: string,
): string[] {
  const at = level === null ? '' : `level ${level}, `
  return [
    `${indicator} (${at}${outcome}): ${statement}`,
    `  ${reason}`,
    ...(declared === null ? [] : [`  - answered: ${declared}`]),
    ...observed.map(({ words, state }) => `  - [${state}] ${words}`),
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  - ${line}`)]
}

function stepWords(step: string, ruleSet: RuleSet): string {
  if (step.startsWith('confirm:')) return 'Ask the partner to confirm what is recorded.'
  const indicator = ruleSet.indicators.find(({ id }) => id === step)
  return `${step}: ${indicator?.document.next ?? indicator?.document.statement ?? ''}`
}

function minutes(effort: number): string {
  return effort < 60 ? `${effort} minutes` : `${effort / 60} hours`
}
