/** Every limit of the service, in one place; the service's documentation and its answers name these figures. */
export const limits = {
  /** Longest address of a request, in characters. */
  url: 8_192,
  /** Largest body, in bytes. */
  body: 256 * 1024,
  /** Largest body that carries a rule set, in bytes. */
  ruleSetBody: 1024 * 1024,
  /** Largest record, as JSON, that changes may build up. */
  record: 1024 * 1024,
  /** Deepest nesting of a JSON body. */
  depth: 32,
  /** Most values, keys and brackets in a JSON body. */
  nodes: 200_000,
  /** Most keys in one object of a JSON body. */
  keys: 10_000,
  /** Most faults that one answer lists. */
  faults: 100,
  page: { default: 50, most: 200 },
  /** How long the answer to an idempotency key is kept. */
  idempotencyHours: 24,
  /** How long a key that was looked up is believed without looking again: also the longest a revoked key may live on. */
  keyCacheSeconds: 5,
  keyCacheEntries: 10_000,
  /** Most scores that a process remembers; each takes one to two kilobytes. */
  recentScores: 5_000,
  /** Most bytes of answers that a process remembers, to give them again while nothing has changed. */
  answerBytes: 4 * 1024 * 1024,
  /** Most bytes of what answers were made from, to make them again while nothing has changed: about four for each of a record. */
  sourceBytes: 24 * 1024 * 1024,
  /** Most cases that a draft of a rule set carries. */
  cases: 200,
  /** Random relationships on which both evaluators are compared before a rule set is published, and how long that may take. */
  check: { random: 100, seconds: 8 },
  /** Relationships that a preview of a version looks at (of more, a sample is taken), and how long that may take. */
  impact: { most: 2_000, seconds: 15 },
  /** Relationships in one piece of background work: read in one go, so few enough that nobody waits long for it. */
  chunk: 80,
  /** Fewest firms behind any figure of others; an association may ask for more. */
  leastFirms: 5,
  embedMinutes: { least: 1, default: 30, most: 60 },
  /** How long an open widget gets new tokens: a working day, unless told. */
  embedHours: { least: 0, default: 8, most: 24 },
  /** Most kept results that a trend is made of. */
  trend: 200,
  /** Most kept results that are compared one after the other. */
  timeline: 24,
  /** How long a visitor can come back to what was begun without an account. */
  visitDays: 90,
  /** How long what gave access and was never used is kept once it is over, so that whoever asks can see why it does not work. */
  endedDays: 30,
  /** Longest life of a badge, in days. */
  badgeDays: 400,
  /** Requests in a minute; bursts up to the same number. */
  rate: { key: 600, address: 120, tenant: 6_000 },
  /** Most callers whose rate is remembered; the longest idle are forgotten first. */
  rateEntries: 100_000,
  /** Longest remark of a partner, and most of them that wait for an answer in one relationship. */
  remark: { length: 1_000, most: 100 },
  /** Most approvals of a plan that are listed. */
  approvals: 20,
  /** How long a pulse waits for the other side. */
  pulseDays: 30,
  /** Most statements that both sides are asked in one round. */
  statements: 40,
  /** Most items of a person that the partner is asked about at a time, and most of its answers that are listed. */
  ratings: { items: 4, listed: 100 },
  origins: 20,
  label: 120,
  name: 200,
} as const

/** The figures that whoever runs the service may change; all others hold everywhere. */
export interface RateLimits {
  readonly key: number
  readonly address: number
  readonly tenant: number
}
