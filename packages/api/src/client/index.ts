export { createClient, type Answered, type Client } from './client.ts'
export type { ClientOptions } from './options.ts'
export { ProblemError } from './problem-error.ts'
export type * from './generated/calls.ts'
