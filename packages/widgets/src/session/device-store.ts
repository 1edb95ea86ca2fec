import type { Relationship } from '@joinery/core'
import type { AnswerStore, SavedAssessment } from './answer-store.ts'
import { isData } from './data.ts'

/** A place for texts by name. */
export type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const firmKey = 'joinery.firm'
const prefix = 'joinery.assessment.'

/**
 * Keeps answers in the storage of the site on this device. It is written before a change is drawn, so a reload or a crash of
 * the tab loses nothing. Where the browser refuses storage (a sandboxed frame, a full disk), in memory.
 */
export function createDeviceStore(storage: () => Box = () => localStorage): AnswerStore {
  const { box: kept, isKept } = openBox(storage)
  return {
    kind: isKept ? 'device' : 'memory',
    load: async (name) => readSaved(kept.getItem(keyOf(name))),
    save: async (saved) => kept.setItem(keyOf(saved.name), JSON.stringify(saved)),
    remove: async (name) => kept.removeItem(keyOf(name)),
    list: async () => keysOf(kept).flatMap((key) => readSaved(kept.getItem(key)) ?? []),
    loadFirm: async () => readFirm(kept.getItem(firmKey)),
    saveFirm: async (firm) =>
      firm === undefined ? kept.removeItem(firmKey) : kept.setItem(firmKey, JSON.stringify(firm)),
  }
}

/** The storage of the site, or where the browser refuses it one that is gone with the page. */
export function openBox(storage: () => Box = () => localStorage): { readonly box: Box; readonly isKept: boolean } {
  const box = usable(storage)
  return { box: box ?? memoryBox(), isKept: box !== undefined }
}

/** Where an assessment is kept. */
export function keyOf(name: string): string {
  return prefix + name
}

/** What is stored is anybody's: a script of the same site, another version. What is not understood counts as nothing. */
export function readSaved(text: string | null): SavedAssessment | undefined {
  const value = readJson(text)
  if (!isData(value) || value['format'] !== 1 || !isData(value['record']) || !isData(value['ruleSet'])) return undefined
  const { name, scope, page, plan, earlier, changedAt } = value
  return {
    format: 1,
    name: textOf(name),
    ruleSet: {
      id: textOf(value['ruleSet']['id']),
      version: textOf(value['ruleSet']['version']),
      hash: textOf(value['ruleSet']['hash']),
    },
    scope: textOf(scope),
    page: textOf(page),
    record: value['record'],
    plan: isData(plan) ? (plan as SavedAssessment['plan']) : {},
    earlier: Array.isArray(earlier) ? earlier.filter(isData).map((entry) => entry as never) : [],
    changedAt: textOf(changedAt),
  }
}

function readFirm(text: string | null): Relationship['org'] {
  const firm = readJson(text)
  return isData(firm) ? firm : undefined
}

/** Undefined for what is no JSON. */
export function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The storage, if it can be read and written: reaching for it throws in a sandboxed frame. */
function usable(storage: () => Box): Box | undefined {
  try {
    const box = storage()
    box.setItem('joinery.try', '1')
    box.removeItem('joinery.try')
    return box
  } catch {
    return undefined
  }
}

function keysOf(box: Box): string[] {
  const keys = Array.from({ length: box.length }, (_none, index) => box.key(index) ?? '')
  return keys.filter((key) => key.startsWith(prefix)).toSorted()
}

function memoryBox(): Box {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size
    },
  }
}
