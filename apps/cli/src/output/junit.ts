import { resolve } from 'node:path'
import type { CaseFailure, CaseRun, CasesRun, LocatedFault } from '@joinery/kit'
import { shownPath, userFolder } from '../terminal.ts'
import { fileOutput } from './output.ts'

/** Writes what became of cases in the XML that pipelines read. */
export async function writeJunit(path: string, runs: readonly CasesRun[]): Promise<void> {
  const output = await fileOutput(resolve(userFolder(), path))
  await output.write(junitOf(runs))
  await output.finish()
}

/** One suite for each rule set; what keeps a rule set from being used is an error of its suite. */
function junitOf(runs: readonly CasesRun[]): string {
  const suites = runs.map(suiteOf)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`
}

function suiteOf({ place, ruleSet, faults, cases }: CasesRun): string {
  const name = ruleSet === undefined ? shownPath(place) : `${ruleSet.id} ${ruleSet.version}`
  const broken = ruleSet === undefined ? [caseOf({ name: 'the rule set', file: place, inner: errorOf(faults) })] : []
  const failed = cases.filter(({ failures }) => failures.length > 0).length
  const errors = cases.filter((run) => run.faults.length > 0).length + broken.length
  const counts = `tests="${cases.length + broken.length}" failures="${failed}" errors="${errors}"`
  return `  <testsuite name="${escaped(name)}" ${counts}>\n${[...broken, ...cases.map(runOf)].join('')}  </testsuite>\n`
}

function runOf({ name, file, faults, failures }: CaseRun): string {
  const inner = faults.length > 0 ? errorOf(faults) : failures.map((failure) => failureOf(file, failure)).join('')
  return caseOf({ name, file, inner })
}

function caseOf({ name, file, inner }: { name: string; file: string; inner: string }): string {
  const start = `    <testcase name="${escaped(name)}" classname="${escaped(shownPath(file))}"`
  return inner === '' ? `${start} />\n` : `${start}>\n${inner}    </testcase>\n`
}

function failureOf(file: string, { path, expected, actual, why, line, column }: CaseFailure): string {
  const message = `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`
  const place = `${shownPath(file)}:${line ?? 1}:${column ?? 1}`
  return `      <failure message="${escaped(message)}">${escaped([place, why].join('\n'))}</failure>\n`
}

function errorOf(faults: readonly LocatedFault[]): string {
  const lines = faults.map(
    ({ file, line, column, path, message }) => `${shownPath(file)}:${line ?? 1}:${column ?? 1} ${path}: ${message}`,
  )
  return `      <error message="${escaped(faults[0]?.message ?? '')}">${escaped(lines.join('\n'))}</error>\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** XML has no place for most control characters and for halves of characters; they are shown as such. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"\n\t]/g, (character) => entities[character]!)
}
