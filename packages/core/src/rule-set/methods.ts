/** The named, versioned ways of making scores, with the parameters each takes and their defaults. */
export const methods = {
  'gated-v1': {
    /** Share of a level from which it is held (ISO 33020: "fully" begins at 85 %). */
    held: 0.85,
    /** Most that the level above the held one can add. */
    nextLevelCap: 0.9,
    /** How far a principle may rise above the held level of its lowest clause. */
    lowestClauseMargin: 1.9,
    /** Highest level that one side can reach alone; 0 lifts the cap. */
    oneSidedCap: 2,
    /** Share that must be known before a level is printed. */
    coverageForLevel: 0.5,
  },
  'weighted-mean-v1': { coverageForLevel: 0.5 },
  'weakest-link-v1': { held: 0.85, nextLevelCap: 0.9, oneSidedCap: 2, coverageForLevel: 0.5 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>

export type MethodName = keyof typeof methods

export type MethodParameters = Readonly<Record<string, number>>

/** Whether levels must be reached one after the other: such a method has a share from which a level is held. */
export function isGated(parameters: MethodParameters): boolean {
  return 'held' in parameters
}

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name)
}
