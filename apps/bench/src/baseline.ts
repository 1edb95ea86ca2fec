import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createAssessor, parseRelationship, type Relationship } from '@joinery/core'
import { createReferenceAssessor } from '@joinery/core/reference'
import { loadRuleSet } from '@joinery/kit'
import { rowsOf, type Table } from './evaluators.ts'
import { measureInTurn, type Work } from './measure.ts'

const folder = fileURLToPath(new URL('../../../rules/iso-44003/', import.meta.url))
const cases = `${folder}cases/`
const options = { asOf: '2026-11-23' }

/** The real baseline rule set over its own cases: both evaluators, with and without explanation. */
export async function compareOnBaseline(): Promise<Table> {
  const { ruleSet, faults } = loadRuleSet(folder)
  if (ruleSet === undefined) throw new Error(faults.map(({ message }) => message).join('; '))
  const records = globSync('*.json', { cwd: cases })
    .toSorted()
    .map((file) => recordIn(cases + file))
  const assessor = createAssessor(ruleSet)
  const reference = createReferenceAssessor(ruleSet)
  const on =
    (judge: (record: Relationship) => unknown): Work =>
    (round) =>
      judge(records[round % records.length]!)
  const works = new Map<string, Work>([
    ['reference evaluator (json-rules-engine), whole result', on((record) => reference.assess(record, options))],
    ['reference evaluator, scores without explanation', on((record) => reference.score(record, options))],
    ['compiled, whole result (sentences, next steps, hashes)', on((record) => assessor.assess(record, options))],
    ['compiled, complete explanation', on((record) => assessor.score(record, options).traces())],
    ['compiled, scores with lazy explanation', on((record) => assessor.score(record, options))],
    ['compiled, verdicts', on((record) => assessor.verdicts(record, options))],
  ])
  const title = `the baseline rule set (144 indicators) over its ${records.length} cases`
  return { title, rows: rowsOf(await measureInTurn(works)) }
}

function recordIn(path: string): Relationship {
  const { given } = JSON.parse(readFileSync(path, 'utf8')) as { given: unknown }
  return parseRelationship(given)
}
