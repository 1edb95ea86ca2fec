import { availableParallelism, cpus } from 'node:os'
import { readFileSync, writeFileSync } from 'node:fs'
import { compareOnBaseline } from './baseline.ts'
import { compareEvaluators, compileTime, type Table } from './evaluators.ts'
import { compareFileToFile, fileHeading, fileTableText } from './file-to-file.ts'

/**
 * `pnpm bench [--write]` prints the tables; with `--write` they replace those of the docs. `--files` measures only the way from
 * file to file, `--quick` little of each.
 */
const page = new URL('../../docs/benchmarks.md', import.meta.url)
const quick = process.argv.includes('--quick')

const isOnlyFiles = process.argv.includes('--files')

const evaluators = isOnlyFiles ? readFileSync(page, 'utf8').split(fileHeading)[0]! : await evaluatorText()
const files = fileTableText(await (quick ? compareFileToFile(20_000, 1) : compareFileToFile(100_000)))

console.log(isOnlyFiles ? files : evaluators + files)
if (process.argv.includes('--write')) writeFileSync(page, evaluators + files)

async function evaluatorText(): Promise<string> {
  const tables: Table[] = [await compareOnBaseline()]
  for (const rules of quick ? [144] : [144, 500, 2_000]) tables.push(await compareEvaluators(rules, '2 KB'))
  if (!quick) for (const size of ['20 KB', '200 KB'] as const) tables.push(await compareEvaluators(144, size))
  return [
    '# Benchmarks',
    '',
    'Made by `pnpm bench --write`. Everybody judges the same rules on the same records (256 of 2 KB, 64 of 20 KB, 16 of 200 KB) in the same random order, in turn, in one process; Joinery keeps how a clause came out, so that of many records alike only the first ones cost more. The figures are medians over 15 rounds. Compare the ratios: single times depend on the machine and on what else it does.',
    '',
    `Machine: ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}.`,
    '',
    ...tables.flatMap(tableText),
    `Compile time: ${[144, 500, 2_000].map((rules) => `${rules} rules ${compileTime(rules).toFixed(1)} ms`).join(', ')}.`,
    '',
    '',
  ].join('\n')
}

function tableText({ title, rows }: Table): string[] {
  return [
    `## ${title[0]!.toUpperCase()}${title.slice(1)}`,
    '',
    '| Evaluator | µs each (p50) | µs (p99) | a second | KB allocated | times the first |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ name, p50, p99, allocated, ratio }) =>
        `| ${name} | ${figure(p50)} | ${figure(p99)} | ${Math.round(1e6 / p50).toLocaleString('en')} | ${figure(allocated)} | ${figure(ratio)} |`,
    ),
    '',
    ...standingOf(rows),
  ]
}

/** Where verdicts stand against code that was generated or written for these very rules. */
function standingOf(rows: Table['rows']): string[] {
  const timeOf = (start: string) => rows.find(({ name }) => name.startsWith(start))?.p50
  const [verdicts, generated, written] = ['Joinery, verdicts', 'json-logic-engine, compiled', 'handwritten'].map(timeOf)
  if (verdicts === undefined || generated === undefined || written === undefined) return []
  const times = (ratio: number) =>
    ratio >= 1 ? `${figure(ratio)} times as fast as` : `${figure(1 / ratio)} times slower than`
  return [
    `Verdicts are ${times(generated / verdicts)} json-logic-engine compiled (which a strict content security policy forbids) and ${times(written / verdicts)} the handwritten function.`,
    '',
  ]
}

function figure(value: number): string {
  return value >= 99.5 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
}
