import { randomInt } from 'node:crypto'
import { crossCheck, type CrossCheck, type CrossCheckOptions, type Difference } from '@joinery/kit'
import { search } from '../input/search.ts'
import { exits } from '../exits.ts'
import { clean, faultLines } from '../output/print-faults.ts'
import { print, shownPath } from '../terminal.ts'

export interface CrossChecking extends Pick<CrossCheckOptions, 'random' | 'subject'> {
  /** Where chance begins; without it, anywhere. */
  readonly seed: number | undefined
}

/** Compares both evaluators on one rule set and says what they do not agree on; gives the exit code. */
export async function crossCheckAt(
  place: string,
  { seed = randomInt(1_000_000_000), ...options }: CrossChecking,
): Promise<number> {
  const checked = await crossCheck(place, { ...search(), ...options, seed })
  const { ruleSet, faults, differences } = checked
  const shown = differences.slice(0, mostShown).map((difference) => differenceLines(place, difference))
  await print(`${faultLines(faults)}${shown.join('')}${ruleSet === undefined ? '' : summaryOf(checked, seed)}`)
  if (differences.length > 0) return exits.different
  return ruleSet === undefined || faults.length > 0 ? exits.failed : exits.fine
}

/** More would only bury the first ones. */
const mostShown = 10

function differenceLines(place: string, { of, path, left, right }: Difference): string {
  const name =
    'file' in of
      ? shownPath(of.file)
      : `random relationship ${of.seed} (again: joinery check --cross-check ${shownPath(place)} --random 1 --seed ${of.seed})`
  return `${clean(`${name}: the evaluators differ at ${path === '' ? '/' : path}`)}
  compiled:          ${valueText(left)}
  json-rules-engine: ${valueText(right)}
`
}

function valueText(value: unknown): string {
  const text = clean(JSON.stringify(value) ?? 'nothing')
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}

function summaryOf({ ruleSet, compared, differences }: CrossCheck, seed: number): string {
  const { id, version } = ruleSet!
  const cases = compared.cases === 1 ? '1 case' : `${compared.cases} cases`
  const count = differences.length === 1 ? '1 difference' : `${differences.length || 'no'} differences`
  return `${id} ${version}: ${cases} and ${compared.random} random relationships (seed ${seed}) on both evaluators: ${count}\n`
}
