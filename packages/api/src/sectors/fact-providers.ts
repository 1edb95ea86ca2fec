import { didYouMean, type Relationship, type SectorResult } from '@joinery/core'
import { SectorResult as SectorSchema } from '@joinery/core/result'
import type { PluginData, ProviderData } from './jobs.ts'
import { createPluginThread, type Budget, type PluginThread } from './plugin-thread.ts'

export type Fetched = SectorResult['fetched'][number]

/** The fact providers of one plugin that the operator switched on, in a thread of their own: who waits holds up nobody else. */
export interface ProviderRoom {
  readonly asked: readonly ProviderData[]
  readonly thread: PluginThread
}

/** A provider may say itself how long it takes; no request waits longer than this for all of them together. */
const mostMilliseconds = 15_000

/** For stopping what does not stop by itself. */
const graceMilliseconds = 500

/** What is wrong with the providers that were named: each is known, and reads no file. */
export function providerProblems(names: readonly string[], plugins: readonly PluginData[]): string[] {
  const all = plugins.flatMap(({ providers }) => providers)
  const able = all.filter(({ readsFile }) => !readsFile).map(({ id }) => id)
  return names.flatMap((name) => {
    const found = all.find(({ id }) => id === name)
    if (found?.readsFile === true)
      return [`fact provider "${name}": it reads a file, and the service has none to give it`]
    if (found === undefined)
      return [`fact provider "${name}": no plugin has it${didYouMean(name, able) || known(able)}`]
    return found.timeoutMs <= mostMilliseconds
      ? []
      : [`fact provider "${name}": it may take ${found.timeoutMs} ms; the service waits ${mostMilliseconds} ms at most`]
  })
}

function known(able: readonly string[]): string {
  return able.length === 0 ? '; the plugins have none that reads no file' : `; known: ${able.join(', ')}`
}

/** Undefined where nothing of the plugin was switched on. */
export function openProviders(
  module: string,
  asked: readonly ProviderData[],
  budget: Budget,
): ProviderRoom | undefined {
  if (asked.length === 0) return undefined
  const longest = Math.max(...asked.map(({ timeoutMs }) => timeoutMs))
  return { asked, thread: createPluginThread(module, { ...budget, milliseconds: longest + graceMilliseconds }) }
}

/** Asks them about one record. Nothing is thrown: what failed is in `problems`, so that a kept result says so. */
export async function askProviders(
  { asked, thread }: ProviderRoom,
  record: Relationship,
  asOf: string,
): Promise<Fetched[]> {
  const providers = asked.map(({ id }) => id)
  try {
    const text = await thread.run({ kind: 'gather', input: { providers, record, asOf } })
    return inOrder(SectorSchema.shape.fetched.parse(JSON.parse(text)), asked)
  } catch (error) {
    thread.end()
    const message =
      error instanceof Error && !('issues' in error) ? error.message : 'gave an answer that cannot be used'
    return asked.map(({ id, purpose }) => nothing({ id, purpose }, message))
  }
}

/** One answer for each that was asked, with the purpose that its plugin declares: the thread is not to be trusted with either. */
function inOrder(answers: readonly Fetched[], asked: readonly ProviderData[]): Fetched[] {
  return asked.map(({ id, purpose }) => {
    const own = answers.filter(({ provider }) => provider === id)
    return own.length === 1 ? { ...own[0]!, purpose } : nothing({ id, purpose }, 'gave no answer')
  })
}

function nothing({ id, purpose }: Pick<ProviderData, 'id' | 'purpose'>, message: string): Fetched {
  return { provider: id, purpose, observedAt: null, facts: {}, problems: [{ place: '', message }] }
}
