/** Registers the elements that draw results: they lie in one file of the bundle. */
export * from '../badge/define.ts'
export * from '../benchmark/define.ts'
export * from '../plan/define.ts'
export * from '../portfolio/define.ts'
export * from '../profile/define.ts'
export * from '../results/define.ts'
