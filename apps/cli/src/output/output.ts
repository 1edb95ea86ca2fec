import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemCode, systemProblem } from '@joinery/kit'
import { UsageError } from '../exits.ts'
import { print, shownPath } from '../terminal.ts'

/** Where results go. */
export interface Output {
  readonly write: (text: string | Uint8Array) => Promise<void>
  /** Makes what was written appear; without it nothing does. */
  readonly finish: () => Promise<void>
  readonly discard: () => Promise<void>
}

export function standardOutput(): Output {
  const nothing = async () => {}
  return { write: print, finish: nothing, discard: nothing }
}

/** Writes into a temporary file beside the target and renames it at the end: the file is there as a whole or not at all. */
export async function fileOutput(path: string): Promise<Output> {
  const target = await realTarget(path)
  const temporary = target.isSpecial
    ? undefined
    : join(dirname(target.path), `.${basename(target.path)}.${randomUUID()}`)
  const handle = await trying(path, () => open(temporary ?? target.path, temporary === undefined ? 'w' : 'wx'))
  const discard = async () => {
    process.off('SIGINT', onInterrupt)
    await handle.close().catch(() => {})
    if (temporary !== undefined) await rm(temporary, { force: true })
  }
  const onInterrupt = () => void discard().finally(() => process.exit(130))
  process.once('SIGINT', onInterrupt)
  const safely = (work: () => Promise<unknown>) =>
    trying(path, work).catch(async (error: unknown) => {
      await discard()
      throw error
    })
  return {
    write: async (text) => void (await safely(() => writeAll(handle, text))),
    finish: async () => {
      await safely(async () => {
        await handle.close()
        if (temporary !== undefined) await rename(temporary, target.path)
      })
      process.off('SIGINT', onInterrupt)
    },
    discard,
  }
}

async function writeAll(handle: FileHandle, text: string | Uint8Array): Promise<void> {
  await handle.writeFile(text)
}

/** A link is followed, and a device or a pipe is written to as it is: a rename would put a file in its place. */
async function realTarget(path: string): Promise<{ path: string; isSpecial: boolean }> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return { path, isSpecial: false }
  if (found.isDirectory()) throw new UsageError(`${shownPath(path)}: this is a folder; name a file`)
  return { path: await realpath(path), isSpecial: !found.isFile() }
}

/** Does something with a file; what the system has against it is said with the name that the user gave. */
export async function trying<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    throw new UsageError(`${shownPath(path)}: ${systemProblem(error, 'write')}`)
  }
}
