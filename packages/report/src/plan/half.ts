import { privateView, sharedView, type Relationship } from '@joinery/core'
import type { Entry } from './line.ts'
import type { PlanHalf } from './plan.ts'

/** One half of a record, and nothing of the other. */
export interface Half {
  readonly valueAt: (path: string) => unknown
  /** The entries of a list with what this half shows of them; those it shows nothing of are left out. */
  readonly entriesAt: (path: string) => readonly HalfEntry[]
}

export interface HalfEntry {
  /** For lists of plain text, the text. */
  readonly seen: Entry | string
  /** What the entry is called by may stand in the other half, where our own firm reads it. */
  readonly known: Entry
}

const views = { shared: (record: Relationship) => sharedView(record), private: privateView }

export function halfOf(record: Relationship, half: PlanHalf): Half {
  const view = views[half]
  const whole = view(record)
  return {
    valueAt: (path) => at(whole, path),
    entriesAt: (path) =>
      listAt(record, path).flatMap((entry): HalfEntry[] => {
        // each entry by itself, so that it stays clear which one it is
        const [seen] = listAt(view(nested(path, [entry])), path)
        if (typeof seen === 'string') return [{ seen, known: {} }]
        return isEntry(seen) ? [{ seen, known: half === 'private' && isEntry(entry) ? entry : seen }] : []
      }),
  }
}

function at(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isEntry(value) ? value[key] : undefined), record)
}

function listAt(record: unknown, path: string): readonly unknown[] {
  const value = at(record, path)
  return Array.isArray(value) ? value : []
}

function nested(path: string, value: unknown): Relationship {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Relationship
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
