import { modelField } from '../schema/model.ts'
import type { Relationship } from '../schema/relationship.ts'
import { sharedView } from './halves.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * What a firm shares of a relationship, as the other firm would have written it: sides, owners and gains change places, and
 * each firm stands where the other one stood. Left out is what only the firm can say of itself, what it says of the other
 * firm's word (an approval, a confirmation), and what follows from the rest. Pure.
 *
 * @example
 * mirrorOf({ org: { name: 'Harbour Joinery' }, people: [{ side: 'us', name: 'Ada' }] })
 * // { rel: { partnerName: 'Harbour Joinery' }, people: [{ side: 'partner', name: 'Ada' }] }
 */
export function mirrorOf(record: Relationship): Relationship {
  const seen = sharedView(record)
  const parts = Object.entries(seen).flatMap(([name, part]) => {
    if (ofOneSide.has(name)) return []
    const mirrored = turned(part, name)
    return mirrored === undefined ? [] : [[name, mirrored] as const]
  })
  return withFirms(seen, Object.fromEntries(parts) as Relationship)
}

/** Parts that a firm writes of itself alone, or that the service works with. */
const ofOneSide: ReadonlySet<string> = new Set([
  'org',
  'values',
  'practices',
  'trust',
  'riskStats',
  'evidence',
  'pulses',
])

/** What one side says that the other one did or was told, and where one side alone is meant. */
const ofTheOther =
  /^(?:partnerName|partnerSizeBand|partnerApprovedAt|partnerConfirmedAt|partnerChangeAt|agreedByPartnerAt|sharedAt|affectsPartner|priorityRef|valueRef)$/

const places: Readonly<Record<string, string>> = {
  us: 'partner',
  ownerUs: 'ownerPartner',
  contactUs: 'contactPartner',
  benefitUs: 'benefitPartner',
  onTimeByUs: 'onTimeByPartner',
}
const swapped: Readonly<Record<string, string>> = {
  ...places,
  ...Object.fromEntries(Object.entries(places).map(([one, other]) => [other, one])),
}

/** These change places only where they stand beside each other. */
const pairs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  objectives: { owner: 'partnerOwner', partnerOwner: 'owner' },
  businessCase: { benefits: 'partnerBenefits', partnerBenefits: 'benefits' },
}

const sides: Readonly<Record<string, string>> = { us: 'partner', partner: 'us' }
const kinds: Readonly<Record<string, string>> = { customer: 'supplier', supplier: 'customer', subcontract: 'customer' }

function turned(value: unknown, path: string): unknown {
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => turned(item, path) ?? [])
    return items.length === 0 ? undefined : items
  }
  if (typeof value !== 'object' || value === null) return turnedValue(value, path)
  const own = pairs[path] ?? {}
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const at = `${path}.${key}`
    if (ofTheOther.test(key) || modelField(at)?.derived === true) return []
    const mirrored = turned(inner, at)
    const name = own[key] ?? (Object.hasOwn(swapped, key) ? swapped[key]! : key)
    return mirrored === undefined ? [] : [[name, mirrored] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function turnedValue(value: unknown, path: string): unknown {
  if (typeof value !== 'string') return value
  if (/\.(?:side|raisedBy|madeBy)$/.test(path)) return sides[value] ?? value
  // a go-between of theirs is none of ours
  if (path === 'rel.kind') return kinds[value] ?? (value === 'intermediary' ? undefined : value)
  // what is a firm's own matter is never the other's
  if (path === 'risks.scope' || path === 'objectives.scope') return value === 'own' ? undefined : value
  return value
}

/** Each firm where the other one stood, with what matters to it. */
function withFirms({ org = {}, rel = {}, values = {} }: Relationship, turnedRecord: Relationship): Relationship {
  const { name, values: ours = [], sizeBand } = org
  const theirs = (values.theirs ?? []).map((text) => ({ text }))
  const mine: Data = {
    ...(rel.partnerName ? { name: rel.partnerName } : {}),
    ...(theirs.length === 0 ? {} : { values: theirs }),
  }
  const other: Data = {
    ...turnedRecord.rel,
    ...(name ? { partnerName: name } : {}),
    ...(sizeBand ? { partnerSizeBand: sizeBand } : {}),
  }
  const matters = ours.flatMap(({ text }) => (text ? [text] : []))
  return {
    ...(Object.keys(mine).length === 0 ? {} : { org: mine }),
    ...turnedRecord,
    ...(Object.keys(other).length === 0 ? {} : { rel: other }),
    ...(matters.length === 0 ? {} : { values: { theirs: matters } }),
  } as Relationship
}
