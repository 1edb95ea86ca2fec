import { parentPort } from 'node:worker_threads'
import { createFaults, DocumentError, parseRuleSet } from '@joinery/core'
import { checkPlugin, createSectors, gatherFacts, type Plugin, type Sectors } from '@joinery/core/plugin'
import type { Assessed, GatherInput, Loaded, PluginData, Rules, SectorInput, SectorJob } from './jobs.ts'

// the thread of one plugin: one job, one answer, as text that the other side reads anew
parentPort?.on('message', ({ id, job }: { id: string; job: SectorJob }) => void answer(id, job))

let plugin: Plugin | undefined
/** Rule sets with the plugin on top. */
const compiled = new Map<string, Sectors>()

async function answer(id: string, job: SectorJob): Promise<void> {
  try {
    parentPort?.postMessage({ id, output: JSON.stringify(await outputOf(job)) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message.slice(0, 500) : 'it failed' })
  }
}

function outputOf(job: SectorJob): unknown {
  switch (job.kind) {
    case 'load':
      return load(job.input)
    case 'prepare':
      return prepare(job.input)
    case 'assess':
      return assess(job.input)
    case 'gather':
      return gather(job.input)
  }
}

async function load(module: string): Promise<Loaded> {
  const faults = createFaults()
  try {
    const { default: value } = (await import(module)) as { readonly default?: unknown }
    plugin = checkPlugin(value, faults)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { faults: error.faults.map(({ path, message }) => `${path}: ${message}`) }
  }
  return plugin === undefined
    ? { faults: faults.list.map(({ path, message }) => `${path}: ${message}`) }
    : { plugin: dataOf(plugin) }
}

function dataOf(plugin: Plugin): PluginData {
  const { name, version, ruleSets = [], facts = [], operators = [], factProviders = [], questionTypes = [] } = plugin
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ruleSets,
    facts: facts.map(({ id, type, reads }) => ({ id, type, reads })),
    operators: operators.map(({ id, phrase, fact, value }) => ({ id, phrase, fact, value })),
    providers: factProviders.map(({ id, purpose, timeoutMs, file }) => ({
      id,
      purpose,
      timeoutMs,
      readsFile: file !== undefined,
    })),
    questionTypes: questionTypes.map(({ id, writes, input }) => ({ id, writes, input })),
  }
}

function prepare({ digest, text }: Rules): string {
  compiled.set(digest, createSectors(parseRuleSet(JSON.parse(text)), [plugin!]))
  return digest
}

function assess({ digest, record, options, witnessed }: SectorInput): Assessed {
  const evidence = (record['evidence'] ?? []) as readonly unknown[]
  const isWitnessed = witnessed && ((entry: unknown) => witnessed[evidence.indexOf(entry)] ?? false)
  const all = isWitnessed === undefined ? options : { ...options, isWitnessed }
  return compiled
    .get(digest)!
    .assess(record, all)
    .map(({ sector }) => sector)
}

/** Files are nowhere in the service, so providers that read one are not asked. */
function gather({ providers, record, asOf }: GatherInput): ReturnType<typeof gatherFacts> {
  const factProviders = (plugin!.factProviders ?? []).filter(({ id }) => providers.includes(id))
  return gatherFacts([{ ...plugin!, factProviders }], record, { asOf, files: new Map(), host: globalThis })
}
