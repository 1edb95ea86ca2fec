/** What one kind of problem means: shown in the answer and on the page that its `type` leads to. */
export interface ProblemType {
  readonly status: number
  readonly title: string
  /** What happened, and what the caller can do about it. */
  readonly about: string
}

/**
 * Every problem the service answers with. A code never changes its meaning: programs may act on it.
 * The page of problems and the OpenAPI document are made from this table.
 */
export const problemTypes = {
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    about: 'A part of the request is not what its kind asks for: text that is not JSON, or a header in a wrong form.',
  },
  'bad-cursor': {
    status: 400,
    title: 'The cursor does not fit',
    about: 'A cursor continues one list, with the same filters and the same key. Start again without it.',
  },
  unauthenticated: {
    status: 401,
    title: 'Who is asking is not known',
    about: 'Send a valid key or token in the header Authorization, as in "Bearer sk_live_…". It may have expired.',
  },
  forbidden: {
    status: 403,
    title: 'This key or token may not do that',
    about: 'The operation needs another kind of key, or a scope that this one was not given.',
  },
  'consent-required': {
    status: 403,
    title: 'The member has not consented',
    about: 'An association sees the answers of a member only while the consent of that member is recorded.',
  },
  'origin-not-listed': {
    status: 403,
    title: 'This site is not on the list of the key',
    about: 'A publishable key works on the sites it lists. Add the origin of the page to the key.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    about: 'It does not exist, or it is not yours to see: the two look the same.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    about: 'The header Allow lists the methods it takes.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No answer in the form asked for',
    about: 'The header Accept rules out every form this address can answer in.',
  },
  conflict: {
    status: 409,
    title: 'It does not fit what is there',
    about: 'What is stored already stands in the way: a name that is taken, or a state that does not allow this.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The same request is still being worked on',
    about: 'A request with this idempotency key has not finished. Wait a moment and send it again, unchanged.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed meanwhile',
    about: 'Somebody changed it since you read it. Read it again, apply your change to what you find, and send that.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    about: 'Send less in one request.',
  },
  'address-too-long': {
    status: 414,
    title: 'The address is too long',
    about: 'Shorten the query.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is in a form this address does not take',
    about: 'Send JSON in UTF-8, with the header Content-Type: application/json and without Content-Encoding.',
  },
  'invalid-request': {
    status: 422,
    title: 'Some of it is not right',
    about: 'The list "errors" names every place that is wrong, and what would be right.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This idempotency key belongs to another request',
    about: 'A key repeats one request, unchanged. Use a new key for a new request.',
  },
  'precondition-required': {
    status: 428,
    title: 'Say which version you mean to change',
    about: 'Read it first, then send its ETag in the header If-Match, so that nobody overwrites a change unseen.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    about: 'Wait as long as the header Retry-After says.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    about: 'It is our fault, not yours. Nothing was changed. Tell us the request id.',
  },
  unavailable: {
    status: 503,
    title: 'Not available at the moment',
    about: 'The service cannot work just now: it is starting, stopping, or its store does not answer. Try again soon.',
  },
} as const satisfies Record<string, ProblemType>

export type ProblemCode = keyof typeof problemTypes
