import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

// installed beside the workspace, so that nobody who only works on Joinery carries it
const folder = join(import.meta.dirname, '../../rivals')
const rivals = createRequire(join(folder, 'package.json'))
const bundle = join(import.meta.dirname, '../../../../packages/widgets/dist/bundle')

/** SurveyJS as its makers pack it for a page: core, drawing, styles without the font. */
export const surveyFiles = [
  'survey-core/survey.core.min.js',
  'survey-js-ui/survey-js-ui.min.js',
  'survey-core/survey-core.fontless.min.css',
] as const

export function rivalFile(name: string): Buffer {
  return readFileSync(join(folder, 'node_modules', name))
}

export async function importRival(name: string): Promise<unknown> {
  return import(pathToFileURL(rivals.resolve(name)).href)
}

export function versionOf(name: string): string {
  return (JSON.parse(rivalFile(`${name}/package.json`).toString()) as { version: string }).version
}

/** The files of our bundle, by name. */
export function bundleFiles(): ReadonlyMap<string, Buffer> {
  const names = readdirSync(bundle).filter((name) => name.endsWith('.js') && !name.includes('.iife'))
  return new Map(names.map((name) => [name, readFileSync(join(bundle, name))]))
}

/** The files that the first question needs, as our bundle names them. */
export function firstFiles(): readonly string[] {
  return (JSON.parse(readFileSync(join(bundle, 'integrity.json'), 'utf8')) as { first: readonly string[] }).first
}

export interface Weights {
  /** All seven elements as they are first drawn, with Lit and the scorer. */
  readonly elements: number
  /** An assessment until its last statement is answered, as a survey asks. */
  readonly asking: number
  /** All that is ever fetched but the languages and the report: lists, the reader of rule sets, the complete result. */
  readonly everything: number
  readonly survey: number
}

/** Bytes after brotli, as they travel. */
export function weights(): Weights {
  const files = bundleFiles()
  const weigh = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + packed(files.get(name)!), 0)
  const needed = (...parts: string[]) => {
    const found = new Set<string>()
    for (const name of files.keys())
      if (parts.some((part) => name === part || name.startsWith(`joinery-${part}-`))) closureOf(name, files, found)
    return found
  }
  const scorer = [...files.keys()].filter((name) => name.startsWith('joinery-scorer-'))
  const others = /^joinery-(?:ar|de|create-explain|report)-/
  return {
    elements: weigh(new Set([...needed('joinery.js', 'display'), ...scorer])),
    asking: weigh(needed('joinery.js', 'questions')),
    everything: weigh([...files.keys()].filter((name) => !others.test(name))),
    survey: surveyFiles.reduce((sum, name) => sum + packed(rivalFile(name)), 0),
  }
}

function packed(content: Buffer): number {
  return brotliCompressSync(content).length
}

function closureOf(name: string, files: ReadonlyMap<string, Buffer>, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  for (const [, needed] of files
    .get(name)!
    .toString()
    .matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
    closureOf(needed!, files, found)
  return found
}
