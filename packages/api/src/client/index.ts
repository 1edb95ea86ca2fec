export { createClient, type Answered, type Client, type ClientOptions } from './client.ts'
export { ProblemError } from './problem-error.ts'
export type * from './generated/calls.ts'
