import { problemTypes, type ProblemCode } from './problem-types.ts'

/** One wrong place of a request. */
export interface RequestFault {
  readonly in: 'body' | 'query' | 'header'
  /** JSON pointer into the body, or `/` and the name of the parameter or header. */
  readonly pointer: string
  readonly code: string
  readonly message: string
  readonly value?: unknown
  /** What would be right, where the message does not say it. */
  readonly remedy?: string
}

/** Thrown wherever a request cannot be answered as asked; becomes a problem document. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly errors: readonly RequestFault[]
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ProblemCode, detail: string, more: ProblemMore = {}) {
    super(detail)
    this.name = 'Problem'
    this.code = code
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
  }
}

interface ProblemMore {
  readonly errors?: readonly RequestFault[]
  readonly headers?: Readonly<Record<string, string>>
}

/** An RFC 9457 problem document. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  readonly requestId: string
  readonly errors?: readonly RequestFault[]
}

/** The document of a problem; `type` leads to the page that explains it. */
export function problemDocument(problem: Problem, requestId: string): ProblemDocument {
  const { status, title } = problemTypes[problem.code]
  return {
    type: `/problems/${problem.code}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    requestId,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
  }
}

const longestShown = 200

/** A value as it stands, unless it is too much to repeat in an answer. */
export function briefly(value: unknown): unknown {
  if (typeof value === 'string') return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  return value
}
