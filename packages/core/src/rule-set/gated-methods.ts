import type { MethodName, methods } from './methods.ts'

/** A method with a share from which a level is held. */
type GatedMethod = { [Name in MethodName]: 'held' extends keyof (typeof methods)[Name] ? Name : never }[MethodName]

// a method that is missing here, or here for nothing, does not compile
const gated: Readonly<Record<GatedMethod, true>> = { 'gated-v1': true, 'weakest-link-v1': true }

/** Whether the levels of a method must be reached one after the other: what a page that asks needs to know of methods. */
export function isGatedMethod(name: string): boolean {
  return Object.hasOwn(gated, name)
}
