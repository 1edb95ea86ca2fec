import type { Relationship } from '@joinery/core'
import type { Chosen, Intake } from '@joinery/intake'
import type { ReadReply, ReadRequest } from './reader.ts'
import { words } from '../words/speak.ts'

interface Wanted {
  readonly file: File
  readonly records: readonly Relationship[]
  readonly asOf: string
  readonly chosen: Chosen | undefined
  readonly progress: (share: number) => void
}

export type Reading = (wanted: Wanted) => Promise<readonly Intake[]>

/** Reads files in a thread of its own. */
export function createReading(): Reading {
  const worker = new Worker(address(), { type: 'module' })
  const waiting = new Map<number, { answer: (reply: ReadReply) => void; fail: (error: Error) => void }>()
  worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => waiting.get(data.id)?.answer(data))
  worker.addEventListener('error', () => {
    for (const { fail } of waiting.values()) fail(new Error(words().files.noReader))
  })
  let last = 0
  return ({ progress, ...wanted }) =>
    new Promise((resolve, reject) => {
      const id = ++last
      const answer = (reply: ReadReply) => {
        if ('progress' in reply) {
          progress(reply.progress)
          return
        }
        waiting.delete(id)
        if ('found' in reply) resolve(reply.found)
        else reject(new Error(reply.problem))
      }
      waiting.set(id, { answer, fail: reject })
      worker.postMessage({ id, ...wanted } satisfies ReadRequest)
    })
}

interface ScriptPolicy {
  readonly createScriptURL: (address: string) => string
}

/** The one script that the desk starts by itself: the reader beside it. Browsers that ask for a policy get one for it alone. */
function address(): string {
  // in two steps: a bundler takes one step for a picture, and puts the source of the reader in its place
  const here = import.meta.url
  const reader = new URL('./reader.js', here).href
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy: (name: string, rules: object) => ScriptPolicy }
  }
  const createScriptURL = (wanted: string) => {
    if (wanted !== reader) throw new TypeError('The desk starts no other script than its reader of files.')
    return wanted
  }
  return trustedTypes === undefined
    ? reader
    : trustedTypes.createPolicy('joinery-desk', { createScriptURL }).createScriptURL(reader)
}
