/** Registers every element: the one file with a side effect. */
export * from './assessment/define.ts'
export * from './badge/define.ts'
export * from './benchmark/define.ts'
export * from './index.ts'
export * from './plan/define.ts'
export * from './portfolio/define.ts'
export * from './profile/define.ts'
export * from './results/define.ts'
