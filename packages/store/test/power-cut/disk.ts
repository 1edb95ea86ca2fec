import type { DiskEvent } from './record.ts'

/** Whole numbers from 0 to below. */
export type Random = (below: number) => number

/** The files of a folder. */
export type Files = ReadonlyMap<string, Buffer>

/** How much of what was not synced has reached the disk. */
export const survivals = ['none', 'beginning', 'some sectors', 'all'] as const
export type Survival = (typeof survivals)[number]

/** A disk as it goes along with a program: what is safe on it, and what may or may not be. */
export interface Disk {
  readonly take: (event: DiskEvent) => void
  /** As it could be found after a cut at this moment. */
  readonly afterCut: (survival: Survival, random: Random) => Files
}

type Change = Extract<DiskEvent, { is: 'truncate' | 'write' }>

interface FileOnDisk {
  readonly safe: Content
  /** A new file is only sure to be found once its folder was synced. */
  isListed: boolean
  readonly pending: Change[]
  /** How many of those were there when a thread began to sync. */
  readonly begun: Map<string, number>
}

/** With `lying`, a disk that says that it has synced, and has not. */
export function createDisk(before: Files, { lying = false }: { readonly lying?: boolean } = {}): Disk {
  const files = new Map<string, FileOnDisk>()
  for (const [name, bytes] of before) files.set(name, newFile(Buffer.from(bytes), true))
  const fileOf = (name: string): FileOnDisk => {
    const file = files.get(name) ?? newFile(Buffer.alloc(0), false)
    files.set(name, file)
    return file
  }
  const take = (event: DiskEvent): void => {
    switch (event.is) {
      case 'acknowledge':
        return
      case 'sync-folder':
        for (const file of files.values()) file.isListed = true
        return
      case 'sync-begin': {
        const { begun, pending } = fileOf(event.file)
        begun.set(event.thread, pending.length)
        return
      }
      case 'sync':
        if (!lying) settle(fileOf(event.file), event.thread)
        return
      case 'truncate':
      case 'write':
        fileOf(event.file).pending.push(event)
    }
  }
  const afterCut = (survival: Survival, random: Random): Files => {
    const found = new Map<string, Buffer>()
    for (const [name, file] of files) {
      if (file.isListed || (survival !== 'none' && random(2) === 0)) found.set(name, survived(file, survival, random))
    }
    return found
  }
  return { take, afterCut }
}

function newFile(bytes: Buffer, isListed: boolean): FileOnDisk {
  return { safe: { bytes, size: bytes.length }, isListed, pending: [], begun: new Map() }
}

function settle({ safe, pending, begun }: FileOnDisk, thread: string): void {
  const count = begun.get(thread) ?? pending.length
  apply(safe, pending.splice(0, count), () => true)
  for (const [other, waiting] of begun) begun.set(other, Math.max(0, waiting - count))
  begun.delete(thread)
}

function survived({ safe, pending }: FileOnDisk, survival: Survival, random: Random): Buffer {
  const found: Content = { bytes: Buffer.from(safe.bytes.subarray(0, safe.size)), size: safe.size }
  apply(found, pending, reachOf(pending.length, survival, random))
  return found.bytes.subarray(0, found.size)
}

/** What a file holds: the first `size` of these bytes. Those after them are zero. */
interface Content {
  bytes: Buffer
  size: number
}

function apply(content: Content, pending: readonly Change[], reached: Reach): void {
  for (const [at, change] of pending.entries()) {
    if (change.is === 'write') {
      for (const piece of sectorsOf(change).filter(({ sector }) => reached(at, sector))) overwrite(content, piece)
    } else if (reached(at)) {
      content.bytes.fill(0, change.size)
      content.size = change.size
    }
  }
}

/** Whether a change, or the part of it in one sector, has reached the disk. */
type Reach = (at: number, sector?: number) => boolean

function reachOf(count: number, survival: Survival, random: Random): Reach {
  switch (survival) {
    case 'none':
      return () => false
    case 'all':
      return () => true
    case 'beginning': {
      const end = random(count + 1)
      const torn = random(9)
      let pieces = 0
      return (at) => at < end || (at === end && pieces++ < torn)
    }
    case 'some sectors': {
      // each sector was last written out at a moment of its own, and holds all that it held then
      const moments = new Map<number, number>()
      const momentOf = (sector: number): number => {
        const moment = moments.get(sector) ?? random(count + 1)
        moments.set(sector, moment)
        return moment
      }
      return (at, sector = -1) => at < momentOf(sector)
    }
  }
}

const sectorSize = 512

interface Piece {
  readonly sector: number
  readonly offset: number
  readonly bytes: Buffer
}

function sectorsOf({ offset, bytes }: Extract<Change, { is: 'write' }>): Piece[] {
  const pieces: Piece[] = []
  for (let from = 0; from < bytes.length;) {
    const sector = Math.floor((offset + from) / sectorSize)
    const to = Math.min(bytes.length, (sector + 1) * sectorSize - offset)
    pieces.push({ sector, offset: offset + from, bytes: bytes.subarray(from, to) })
    from = to
  }
  return pieces
}

function overwrite(content: Content, { offset, bytes }: Piece): void {
  const end = offset + bytes.length
  if (end > content.bytes.length) {
    const larger = Buffer.alloc(Math.max(end, 2 * content.bytes.length))
    content.bytes.copy(larger)
    content.bytes = larger
  }
  bytes.copy(content.bytes, offset)
  content.size = Math.max(content.size, end)
}
