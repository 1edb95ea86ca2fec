import { isConditional, type Operation } from '../kernel/operation.ts'
import { problemTypes, type ProblemCode } from '../kernel/problem-types.ts'

/** Every problem an operation can answer with: its own, and those of its kind. */
export function possibleProblems(operation: Operation): ProblemCode[] {
  const { access, params, query, body, problems, method, work } = operation
  const isPublic = access.scope === 'public'
  const can: readonly (readonly [boolean, readonly ProblemCode[]])[] = [
    [
      true,
      ['malformed-request', 'unauthenticated', 'not-acceptable', 'too-many-requests', 'internal-error', 'unavailable'],
    ],
    [true, ['address-too-long', 'origin-not-listed']],
    [!isPublic, ['forbidden']],
    [params !== undefined || work.kind !== 'plain', ['not-found']],
    [query !== undefined, ['invalid-request']],
    [query !== undefined && 'cursor' in query.shape, ['bad-cursor']],
    [body !== undefined, ['invalid-request', 'body-too-large', 'unsupported-media-type']],
    [isConditional(operation), ['precondition-required', 'precondition-failed']],
    [method === 'post' && work.kind === 'write', ['request-in-progress', 'idempotency-key-reused']],
    [true, problems ?? []],
  ]
  const codes = new Set(can.flatMap(([applies, list]) => (applies ? list : [])))
  return (Object.keys(problemTypes) as ProblemCode[]).filter((code) => codes.has(code))
}
