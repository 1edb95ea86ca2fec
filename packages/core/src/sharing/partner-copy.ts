import { createFaults, DocumentError } from '../fault.ts'
import { checkRelationship } from '../parse-relationship.ts'
import { checkShape } from '../schema/check-shape.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Shape } from '../schema/shape.ts'
import { mirrorOf } from './mirror.ts'
import { pulseItems, type PulseItem } from './perception-gaps.ts'

type Ratings = Readonly<Partial<Record<PulseItem, number>>>

/** What a partner takes along from its page: what was shared with it, and what it said itself. Nothing sealed, nothing private. */
export interface PartnerCopy {
  readonly format: typeof format
  readonly version: 1
  /** The day it was taken, `YYYY-MM-DD`. */
  readonly at: string
  /** The firm whose record it is of, and whom the link was made for. */
  readonly sharedBy: string
  readonly sharedWith: string
  /** What the firm shares, as the firm writes it. */
  readonly record: Relationship
  readonly yours: {
    readonly confirmed: readonly string[]
    readonly remarks: readonly { readonly field?: string; readonly comment: string }[]
    /** The newest pulse that both sides have answered. */
    readonly pulse?: { readonly at: string; readonly ours: Ratings; readonly theirs: Ratings }
    /** What this side said of statements of the other firm, by their ids, once both had answered. */
    readonly statements?: Readonly<Record<string, string>>
  }
}

const format = 'joinery-partner-copy'

/** Whether parsed JSON says of itself that it is such a copy. */
export function isPartnerCopy(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { format?: unknown }).format === format
}

/** Reads a copy from parsed JSON; throws a DocumentError that names every fault. */
export function parsePartnerCopy(value: unknown): PartnerCopy {
  const faults = createFaults()
  checkShape(shape, value, faults)
  if (faults.list.length === 0) {
    const inner = createFaults()
    checkRelationship((value as PartnerCopy).record, undefined, inner)
    for (const fault of inner.list) faults.add({ ...fault, path: `/record${fault.path}` })
  }
  if (faults.list.length > 0) throw new DocumentError('copy', faults.list)
  return value as PartnerCopy
}

/**
 * How a partner begins a record of its own from such a copy. `own` is what is its own: who both firms are, and how both rated
 * each other. `shared` is what the other firm wrote down, seen from this side: to be looked at, and taken over piece by piece.
 * What it said of the other firm's statements stays in the copy: they speak of the other firm.
 */
export function beginFromCopy({ sharedBy, record, yours }: PartnerCopy): {
  readonly own: Relationship
  readonly shared: Relationship
} {
  const { org, rel, ...shared } = mirrorOf(record)
  const { partnerName = sharedBy, kind, ...told } = rel ?? {}
  const { pulse } = yours
  const own: Relationship = {
    ...(org?.name === undefined ? {} : { org: { name: org.name } }),
    rel: { partnerName, ...(kind === undefined ? {} : { kind }) },
    ...(pulse === undefined
      ? {}
      : {
          pulses: [
            { side: 'us', at: pulse.at, ...pulse.ours },
            { side: 'partner', at: pulse.at, ...pulse.theirs },
          ],
        }),
  }
  return {
    own,
    shared: {
      ...(org?.values === undefined ? {} : { org: { values: org.values } }),
      ...(Object.keys(told).length === 0 ? {} : { rel: told }),
      ...shared,
    },
  }
}

const text: Shape = { is: 'text', most: 1_000 }
const ratings: Shape = {
  is: 'object',
  fields: Object.fromEntries(pulseItems.map((item) => [item, { is: 'number', least: 1, most: 5 }])),
}
const shape: Shape = {
  is: 'object',
  required: ['format', 'version', 'at', 'sharedBy', 'sharedWith', 'record', 'yours'],
  fields: {
    format: { is: 'oneOf', values: [format] },
    version: { is: 'oneOf', values: [1] },
    at: { is: 'date' },
    sharedBy: text,
    sharedWith: text,
    record: { is: 'any' },
    yours: {
      is: 'object',
      required: ['confirmed', 'remarks'],
      fields: {
        confirmed: { is: 'list', of: text, most: 400 },
        remarks: {
          is: 'list',
          most: 100,
          of: { is: 'object', required: ['comment'], fields: { field: text, comment: { is: 'text', most: 2_000 } } },
        },
        pulse: {
          is: 'object',
          required: ['at', 'ours', 'theirs'],
          fields: { at: { is: 'date' }, ours: ratings, theirs: ratings },
        },
        statements: { is: 'map', of: { is: 'text', most: 40 }, most: 100 },
      },
    },
  },
}
