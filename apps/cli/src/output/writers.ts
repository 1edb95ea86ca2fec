import { mkdir } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { perceptionGaps, type Path, type Relationship, type Result, type RuleSet } from '@joinery/core'
import type { SectorWords } from '@joinery/core/plugin'
import type { LocatedFault } from '@joinery/kit'
import { columns, isColourful, userFolder } from '../terminal.ts'
import { fileOutput, trying, type Output } from './output.ts'

export const formats = ['table', 'json', 'ndjson', 'markdown', 'html', 'csv'] as const

/** One relationship that was scored, and where it came from. */
interface Scored {
  readonly file: string
  readonly line: number | undefined
  readonly relationship: Relationship
  readonly result: Result
  readonly paths: readonly Path[]
  readonly sectorWords: readonly SectorWords[]
}

/** Writes results in one format, one at a time. */
export interface Writer {
  readonly result: (scored: Scored) => Promise<void>
  /** A record in the place of a result that could not be had; formats for people say it beside the output instead. */
  readonly faulty: (record: ErrorRecord) => Promise<void>
  readonly end: () => Promise<void>
}

interface ErrorRecord {
  readonly error: { readonly file?: string; readonly line?: number; readonly faults: readonly LocatedFault[] }
}

export interface WriterOptions {
  readonly ruleSet: RuleSet
  /** What of a result JSON shows. */
  readonly shown: (result: Result) => unknown
  readonly isSeveral: boolean
  /** Of pages; undefined for that of the rule set. */
  readonly language: string | undefined
  /** Whether the output goes where the terminal may show it, and not into a file. */
  readonly isOnScreen: boolean
}

const nothing = async () => {}

/** One JSON document: the result, or a list of all results, one a line. */
export function jsonWriter(output: Output, { shown, isSeveral }: WriterOptions): Writer {
  let count = 0
  const item = async (value: unknown) => {
    if (isSeveral) await output.write(`${count++ === 0 ? '[' : ','}\n${JSON.stringify(value)}`)
    else await output.write(`${JSON.stringify(value, undefined, 2)}\n`)
  }
  return {
    result: ({ result }) => item(shown(result)),
    faulty: (record) => (isSeveral ? item(record) : nothing()),
    end: () => (isSeveral ? output.write(count === 0 ? '[]\n' : '\n]\n') : nothing()),
  }
}

export function ndjsonWriter(output: Output, { shown }: WriterOptions): Writer {
  const item = (value: unknown) => output.write(`${JSON.stringify(value)}\n`)
  return { result: ({ result }) => item(shown(result)), faulty: item, end: nothing }
}

/** Documents for people, one after another. */
export async function reportWriter(
  output: Output,
  format: 'table' | 'markdown' | 'html' | 'csv',
  { ruleSet, isOnScreen, language }: WriterOptions,
): Promise<Writer> {
  const { renderReport } = await import('@joinery/report')
  let count = 0
  return {
    result: async ({ result, relationship, paths, sectorWords }) => {
      const isFirst = count++ === 0
      const text = renderReport(result, {
        ruleSet,
        relationship,
        paths,
        bothViews: { pulse: perceptionGaps(relationship) },
        sectorWords,
        language,
        format,
        header: isFirst,
        colour: isOnScreen && isColourful(),
        width: isOnScreen ? columns() : undefined,
      })
      await output.write(isFirst || format === 'csv' ? text : `\n${text}`)
    },
    faulty: nothing,
    end: nothing,
  }
}

/** One HTML file for each relationship, in a folder, named after the file it came from. */
export async function folderWriter(folder: string, { ruleSet, language }: WriterOptions): Promise<Writer> {
  const { renderReport } = await import('@joinery/report')
  const place = resolve(userFolder(), folder)
  await trying(folder, () => mkdir(place, { recursive: true }))
  const used = new Set<string>()
  return {
    result: async ({ result, relationship, paths, sectorWords, file, line }) => {
      const output = await fileOutput(join(place, `${freeName(used, file, line)}.html`))
      const bothViews = { pulse: perceptionGaps(relationship) }
      const input = { ruleSet, relationship, paths, bothViews, sectorWords, language }
      await output.write(renderReport(result, { ...input, format: 'html' }))
      await output.finish()
    },
    faulty: nothing,
    end: nothing,
  }
}

function freeName(used: Set<string>, file: string, line: number | undefined): string {
  const stem = basename(file, extname(file)) + (line === undefined ? '' : `-${line}`)
  let name = stem
  for (let count = 2; used.has(name); count++) name = `${stem}-${count}`
  used.add(name)
  return name
}
