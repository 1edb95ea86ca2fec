import { dayOf } from '../day.ts'
import type { Data } from '../facts/record.ts'
import { isPlainObject } from '../schema/shape-limits.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Fetched } from '../schema/result.ts'
import type { FactProvider, Plugin, Signal } from './contract.ts'
import { faultWords, oneLine } from './guard.ts'
import { inputCopy, onlyParts } from './parts.ts'
import { plainCopy } from './plain-copy.ts'

/** What providers are asked with. Core has no clock: the host lends its timers. */
export interface GatherOptions {
  readonly asOf: string
  /** The bytes of files, by the id of the provider that reads them. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly host: Host
}

/** `globalThis`, of which these are used. */
interface Host {
  readonly setTimeout: (work: () => void, milliseconds: number) => unknown
  readonly clearTimeout: (timer: never) => void
  readonly AbortController: new () => { readonly signal: Signal; readonly abort: () => void }
}

/**
 * Asks the fact providers of plugins, all at once, each within its time. What they bring is plain data to be stored with the
 * result: given to an assessor again, it makes the same result again. Nothing is thrown; what failed is in `problems`.
 */
export async function gatherFacts(
  plugins: readonly Plugin[],
  relationship: Relationship,
  options: GatherOptions,
): Promise<Fetched[]> {
  const providers = plugins.flatMap(({ factProviders = [] }) => factProviders)
  // a provider that reads a file is asked when there is one
  const asked = providers.filter(({ id, file }) => file === undefined || options.files.has(id))
  return Promise.all(asked.map((provider) => ask(provider, relationship, options)))
}

async function ask(provider: FactProvider, relationship: Relationship, options: GatherOptions): Promise<Fetched> {
  const { id, purpose } = provider
  const nothing = { provider: id, purpose, observedAt: null, facts: {} }
  const failed = (message: string) => ({ ...nothing, problems: [{ place: '', message }] })
  const bytes = options.files.get(id)
  if (bytes !== undefined && bytes.length > (provider.file?.mostBytes ?? 0))
    return failed(`the file has ${bytes.length} bytes; at most ${provider.file?.mostBytes ?? 0} are read`)
  try {
    return { ...nothing, ...answerOf(plainCopy(await timed(provider, relationship, options), limits)) }
  } catch (error) {
    return failed(error === late ? `took longer than ${provider.timeoutMs} milliseconds` : faultWords(error))
  }
}

const limits = { values: 200_000, characters: 5_000_000, depth: 12 }
const late = new Error('late')

/** The answer of a provider, or `late` when its time is up. */
async function timed(provider: FactProvider, relationship: Relationship, options: GatherOptions): Promise<unknown> {
  const { host, asOf, files } = options
  const controller = new host.AbortController()
  const record = inputCopy(onlyParts(relationship as Data, provider.reads ?? [])) as Data
  let timer: unknown
  const timeUp = new Promise<never>((_resolve, reject) => {
    timer = host.setTimeout(() => {
      reject(late)
      controller.abort()
    }, provider.timeoutMs)
  })
  try {
    const file = files.get(provider.id)?.slice()
    const work = provider.provide(Object.freeze({ record, file }), Object.freeze({ asOf, signal: controller.signal }))
    return await Promise.race([work, timeUp])
  } finally {
    host.clearTimeout(timer as never)
  }
}

const mostProblems = 50

function answerOf(answer: unknown): Pick<Fetched, 'observedAt' | 'facts' | 'problems'> {
  const wrong = (message: string) => ({ observedAt: null, facts: {}, problems: [{ place: '', message }] })
  if (!isPlainObject(answer)) return wrong('gave no answer: it should be { facts, observedAt } or { problems }')
  const { problems, facts, observedAt } = answer
  if (Array.isArray(problems) && problems.length > 0)
    return { observedAt: null, facts: {}, problems: problems.slice(0, mostProblems).map(problemOf) }
  if (!isPlainObject(facts)) return wrong('gave no facts: "facts" should be an object')
  if (typeof observedAt !== 'string' || dayOf(observedAt) === undefined)
    return wrong('did not say how old its facts are: "observedAt" should be a day, YYYY-MM-DD')
  return { observedAt, facts, problems: [] }
}

function problemOf(problem: unknown): Fetched['problems'][number] {
  const { place, message } = isPlainObject(problem) ? problem : { place: '', message: problem }
  return { place: wordsOf(place), message: wordsOf(message) }
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? oneLine(value) : ''
}
