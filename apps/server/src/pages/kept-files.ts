import { hash } from 'node:crypto'
import { extname } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Shipment, Shipped, ShippedVersion } from '@joinery/store'
import { servedFile, type ServedFile } from './served-file.ts'

/** Files that some version of the service shipped, this one or another: pages ask for them by version, for years. */
export interface KeptFiles {
  /** A file of a version. */
  readonly find: (version: ShippedVersion, name: string) => Promise<ServedFile | undefined>
  /** The newest file with this name; only for names that change with what is in the file. */
  readonly newest: (family: ShippedVersion['family'], name: string) => Promise<ServedFile | undefined>
}

/** Where nothing is kept but what the service has with it. */
export const nothingKept: KeptFiles = { find: () => nothing, newest: () => nothing }
const nothing = Promise.resolve(undefined)

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
}

/** By the end of a file's name; undefined for what is not served. */
export function typeOf(name: string): string | undefined {
  return types[extname(name)]
}

/** Of a version's files those that pages need. Maps to the sources are ten times as large, and only for whoever looks for a fault. */
export function shipmentOf(
  family: Shipment['family'],
  built: { readonly version: string; readonly files: ReadonlyMap<string, ServedFile> } | undefined,
): readonly Shipment[] {
  if (built === undefined) return []
  const files = [...built.files]
    .filter(([name]) => !name.endsWith('.map'))
    .map(([name, { body, packed }]) => ({ name, hash: hash('sha256', body), packed }))
  return [{ family, version: built.version, files }]
}

const mostVersions = 100
const mostBytes = 8_000_000

/** Reads them from the store, and remembers what was asked for last. A strange version costs one look each time. */
export function createKeptFiles(shipped: Pick<Shipped, 'body' | 'files' | 'newest'>): KeptFiles {
  const versions = createMemory<ReadonlyMap<string, string>>(mostVersions, () => 1)
  const bodies = createMemory<ServedFile>(mostBytes, ({ body }) => body.length)
  const load = (hashOfIt: string | undefined, name: string) =>
    hashOfIt === undefined
      ? nothing
      : bodies(`${hashOfIt} ${extname(name)}`, async () => readFile(await shipped.body(hashOfIt), hashOfIt, name))
  return {
    find: async (version, name) => {
      if (!isVersion(version.version)) return undefined
      const files = await versions(`${version.family}/${version.version}`, async () => {
        const found = await shipped.files(version)
        return found.size === 0 ? undefined : found
      })
      return load(files?.get(name), name)
    },
    newest: async (family, name) => load(await shipped.newest(family, name), name),
  }
}

function isVersion(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text)
}

/** What is not what it was is not served: a script is the last thing to be believed unseen. */
function readFile(packed: Uint8Array | undefined, hashOfIt: string, name: string): ServedFile | undefined {
  const type = typeOf(name)
  if (packed === undefined || type === undefined) return undefined
  const body = brotliDecompressSync(packed)
  return hash('sha256', body) === hashOfIt ? servedFile(type, body, packed) : undefined
}

/** Remembers what was found until others take its room, and lets all who ask at once share one look. */
function createMemory<Value>(most: number, weightOf: (value: Value) => number) {
  const found = new Map<string, Value>()
  const underWay = new Map<string, Promise<Value | undefined>>()
  let weight = 0
  const remember = (key: string, value: Value): void => {
    found.set(key, value)
    weight += weightOf(value)
    for (const [oldest, old] of found) {
      if (weight <= most || oldest === key) break
      found.delete(oldest)
      weight -= weightOf(old)
    }
  }
  const begin = async (key: string, look: () => Promise<Value | undefined>): Promise<Value | undefined> => {
    try {
      const value = await look()
      if (value !== undefined) remember(key, value)
      return value
    } finally {
      underWay.delete(key)
    }
  }
  return (key: string, look: () => Promise<Value | undefined>): Promise<Value | undefined> => {
    const known = found.get(key)
    const looking = known === undefined ? (underWay.get(key) ?? begin(key, look)) : Promise.resolve(known)
    if (known === undefined) underWay.set(key, looking)
    return looking
  }
}
