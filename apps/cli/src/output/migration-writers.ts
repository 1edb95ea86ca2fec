import type { RuleSet } from '@joinery/core'
import type { AnswerMove, IndicatorMove } from '@joinery/kit'
import { clean } from './print-faults.ts'

/** Writes the report of a migration: what became of the indicators, then of the answers of each record. */
export interface MigrationWriter {
  readonly begin: () => string
  readonly record: (report: RecordReport) => string
  readonly end: () => string
}

interface RecordReport {
  readonly file: string
  readonly line: number | undefined
  readonly answers: readonly AnswerMove[]
}

interface Versions {
  readonly before: RuleSet
  readonly after: RuleSet
}

export const migrationWriters = { table: tableWriter, json: jsonWriter } as const

function tableWriter(map: readonly IndicatorMove[], { before, after }: Versions): MigrationWriter {
  const total = { records: 0, ...noCounts() }
  return {
    begin: () => {
      const kept = map.filter(({ kind }) => kind === 'kept').length
      const others = map.filter(({ kind }) => kind !== 'kept')
      const lines = others.map(
        ({ kind, from, to }) => `  ${kind}: ${[from, to].map(namesOf).filter(Boolean).join(' → ')}`,
      )
      const head = `${before.id} ${before.version} → ${after.id} ${after.version}: ${kept} indicators kept`
      return `${[head, ...lines].map(clean).join('\n')}\n`
    },
    record: ({ file, line, answers }) => {
      total.records++
      for (const { outcome } of answers) total[outcome]++
      const told = answers.filter(({ outcome }) => outcome !== 'carried')
      const moved = answers.filter(({ outcome, kind }) => outcome === 'carried' && kind !== 'kept')
      const lines = [...moved, ...told].map(({ indicator, words }) => `  ${indicator}: ${words}`)
      if (lines.length === 0) return ''
      return `\n${[line === undefined ? file : `${file}:${line}`, ...lines].map(clean).join('\n')}\n`
    },
    end: () =>
      `\n${total.records} ${total.records === 1 ? 'record' : 'records'}: ${total.carried} answers carried over, ${total.check} to be read again, ` +
      `${total['set-aside']} kept aside, ${total.restored} that count again\n`,
  }
}

function namesOf(ids: readonly string[]): string {
  return ids.join(', ')
}

/** One document: `{ "map", "records" }`. */
function jsonWriter(map: readonly IndicatorMove[]): MigrationWriter {
  let count = 0
  return {
    begin: () => `{"map":${JSON.stringify(map.filter(({ kind }) => kind !== 'kept'))},\n"records":[`,
    record: (report) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(report)}`,
    end: () => ']}\n',
  }
}

function noCounts(): Record<AnswerMove['outcome'], number> {
  return { carried: 0, check: 0, 'set-aside': 0, restored: 0, left: 0 }
}
