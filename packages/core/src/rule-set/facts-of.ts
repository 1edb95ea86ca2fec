import { profileFacts } from '../facts/read.ts'
import { modelKinds, type ModelKind } from '../schema/model-kinds.ts'
import type { OwnFact } from '../schema/rule-set.ts'

/** The facts that a rule may read: those of the relationship model, the profile, and those the rule set declares. */
export interface FactCatalogue {
  readonly has: (id: string) => boolean
  readonly isList: (id: string) => boolean
  readonly hasField: (list: string, field: string) => boolean
  readonly fieldsOf: (list: string) => readonly string[]
  readonly ids: () => readonly string[]
  /** The type of a fact or of a field of a list; undefined where it is not known. */
  readonly typeOf: (id: string) => ModelKind | OwnFact['type'] | undefined
  /** What the rule set itself says that a fact is: a limit to compare with. */
  readonly limitOf: (id: string) => OwnFact['value']
}

export function factCatalogue(own: readonly OwnFact[]): FactCatalogue {
  const declared = new Map(own.map((fact) => [fact.id, fact]))
  const isOwnList = (id: string) => declared.get(id)?.type === 'records' || declared.get(id)?.type === 'texts'
  const fieldsOf = (list: string) => fieldsOfList(list, declared.get(list))
  return {
    has: (id) => declared.has(id) || (profileFacts as readonly string[]).includes(id) || isReadable(id),
    isList: (id) => isOwnList(id) || isModelList(id),
    hasField: (list, field) => fieldsOf(list).includes(field),
    fieldsOf,
    ids: () => [...declared.keys(), ...profileFacts, ...[...modelKinds.keys()].filter(isReadable)],
    typeOf: (id) => declared.get(id)?.type ?? modelKinds.get(id),
    limitOf: (id) => declared.get(id)?.value,
  }
}

/** A field of a list item is read through its list, not by itself; the evidence of a record is not a fact. */
function isReadable(id: string): boolean {
  if (!modelKinds.has(id) || id.startsWith('evidence')) return false
  return !ancestorsOf(id).some((path) => modelKinds.get(path) === 'records')
}

function ancestorsOf(id: string): string[] {
  const words = id.split('.')
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join('.'))
}

function isModelList(id: string): boolean {
  const type = modelKinds.get(id)
  return (type === 'records' || type === 'texts') && !id.startsWith('evidence')
}

/** `item` stands for the item itself in a list of plain text. */
function fieldsOfList(list: string, own: OwnFact | undefined): readonly string[] {
  if (own?.type === 'texts' || modelKinds.get(list) === 'texts') return ['item']
  if (own !== undefined) return Object.keys(own.fields ?? {})
  const prefix = `${list}.`
  return [...modelKinds.keys()].flatMap((path) =>
    path.startsWith(prefix) && !path.slice(prefix.length).includes('.') ? [path.slice(prefix.length)] : [],
  )
}
