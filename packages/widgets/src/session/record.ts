import type { Relationship } from '@joinery/core'
import { isData } from './data.ts'

/** The value of a fact in a record: `rmp.owner`, `risks`, `ext.food.audits`. */
export function factOf(record: Relationship, path: string): unknown {
  let value: unknown = record
  for (const step of path.split('.')) value = isData(value) && Object.hasOwn(value, step) ? value[step] : undefined
  return value
}

/** The record with a fact set; undefined takes it out, with everything around it that is empty then. */
export function withFact(record: Relationship, path: string, value: unknown): Relationship {
  return (put(record, path.split('.'), value) ?? {}) as Relationship
}

/** Whether a list is marked as all there is. */
export function isComplete(record: Relationship, path: string): boolean {
  return record.complete !== undefined && Object.hasOwn(record.complete, path)
}

/** Marks a list as all there is, on the day somebody said so; undefined takes the mark away. */
export function withComplete(record: Relationship, path: string, day: string | undefined): Relationship {
  const { [path]: _before, ...others } = record.complete ?? {}
  const complete = day === undefined ? others : { ...others, [path]: day }
  return put(record, ['complete'], isEmpty(complete) ? undefined : complete) as Relationship
}

/** Lets one object or list into another: keys that reach into JavaScript itself are refused by never being steps. */
function put(value: unknown, [step, ...rest]: readonly string[], to: unknown): unknown {
  if (step === undefined) return to
  const { [step]: before, ...others } = isData(value) ? value : {}
  const after = put(rest.length > 0 && isData(value) && !Object.hasOwn(value, step) ? undefined : before, rest, to)
  if (after === undefined) return isEmpty(others) ? undefined : others
  return { ...others, [step]: after }
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}
