import { mostBytes, readFile, type Chosen, type Intake } from '@joinery/intake'
import type { Relationship } from '@joinery/core'

// A thread of its own: the page answers to a touch however large a file is. Nothing here can send anything anywhere.

/** What the page asks for: one file, looked through for each of some records. */
export interface ReadRequest {
  readonly id: number
  readonly file: File
  readonly records: readonly Relationship[]
  readonly asOf: string
  readonly chosen: Chosen | undefined
}

export type ReadReply =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly found: readonly Intake[] }
  | { readonly id: number; readonly problem: string }

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const answer = (reply: ReadReply) => postMessage(reply)
  look(data, (progress) => answer({ id: data.id, progress })).then(
    (found) => answer({ id: data.id, found }),
    (error: unknown) => answer({ id: data.id, problem: problemOf(data.file, error) }),
  )
})

async function look({ file, records, asOf, chosen }: ReadRequest, progress: (share: number) => void) {
  const source = { name: file.name, bytes: await bytesOf(file) }
  const found: Intake[] = []
  for (const [index, record] of records.entries()) {
    const whole = (share: number) => progress((index + share) / records.length)
    found.push(await readFile(source, { record, asOf, chosen, progress: whole }))
  }
  return found
}

/** What is too large is not even read: intake refuses it by its length. */
async function bytesOf(file: File): Promise<Uint8Array> {
  return file.size > mostBytes ? new Uint8Array(mostBytes + 1) : new Uint8Array(await file.arrayBuffer())
}

function problemOf({ name }: File, error: unknown): string {
  const said = error instanceof Error ? error.message : 'unknown'
  return `${name} cannot be read (${said}). Close it in other programs, and choose it again.`
}
