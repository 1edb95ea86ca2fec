import { modelField, relationshipShape, type Shape } from '@joinery/core'
import type { FactRead } from './condition-nodes.ts'
import type { Whole } from './view.ts'

/** What values a fact can have. */
export interface Domain {
  readonly type: 'text' | 'number' | 'yesNo' | 'date' | 'texts' | 'records' | 'entity'
  /** The only texts there are, where the fact is a choice. */
  readonly choices?: readonly string[] | undefined
  readonly least?: number | undefined
  readonly most?: number | undefined
  readonly whole?: boolean
}

/** Most items of a list. */
const longestList = 5_000

/** What values a read can give; undefined where nothing is known about it. */
export function domainOf(read: FactRead, whole: Whole): Domain | undefined {
  if (read.hasPath) return undefined
  if (read.of !== undefined) return ofListFact(read, whole)
  if (read.list !== undefined) return fieldDomain(read.list, read.fact, whole)
  if (read.fact.startsWith('profile.')) return profileDomain(read.fact, whole)
  return factDomain(read.fact, whole)
}

function ofListFact({ fact, of, field }: FactRead, whole: Whole): Domain | undefined {
  switch (fact) {
    case 'count':
      return { type: 'number', least: 0, most: longestList, whole: true }
    case 'share':
      return { type: 'number', least: 0, most: 1 }
    case 'every':
    case 'recorded':
      return { type: 'yesNo' }
    case 'newest':
      return field === undefined ? undefined : fieldDomain(of!, field, whole)
    default:
      return undefined
  }
}

function fieldDomain(list: string, field: string, whole: Whole): Domain | undefined {
  if (field === 'item') return { type: 'text', choices: factDomain(list, whole)?.choices }
  const own = whole.facts.find(({ id }) => id === list)
  if (own !== undefined) return ofType(own.fields?.[field])
  return factDomain(`${list}.${field}`, whole)
}

function profileDomain(fact: string, { profile }: Whole): Domain | undefined {
  const ids = (items: readonly { id: string }[] | undefined) => items?.map(({ id }) => id)
  switch (fact) {
    case 'profile.cadence':
    case 'profile.target':
      return { type: 'number', least: 0 }
    case 'profile.sizeBand':
      return { type: 'text', choices: ids(profile?.sizeBands) }
    case 'profile.segment':
      return { type: 'text', choices: ids(profile?.segments) }
    default:
      return undefined
  }
}

function factDomain(id: string, { facts }: Whole): Domain | undefined {
  const own = facts.find((fact) => fact.id === id)
  if (own !== undefined) return ofType(own.type)
  const field = modelField(id)
  if (field === undefined) return undefined
  if (field.type === 'choice') return { type: 'text', choices: field.choices }
  if (field.type !== 'number') return { type: field.type, choices: field.choices }
  const shape = shapeAt(id)
  return shape?.is === 'number' ? { type: 'number', least: shape.least, most: shape.most } : { type: 'number' }
}

type OwnType = Whole['facts'][number]['type']

function ofType(type: OwnType | undefined): Domain | undefined {
  if (type === undefined) return undefined
  return type === 'share' ? { type: 'number', least: 0 } : { type }
}

function shapeAt(path: string): Shape | undefined {
  let shape: Shape | undefined = relationshipShape
  for (const word of path.split('.')) {
    if (shape?.is === 'list') shape = shape.of
    shape = shape?.is === 'object' && Object.hasOwn(shape.fields, word) ? shape.fields[word] : undefined
  }
  return shape
}
