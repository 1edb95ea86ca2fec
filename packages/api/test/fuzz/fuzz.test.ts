import { expect, test } from 'vitest'
import { operations } from '../../src/index.ts'
import { describedService, fuzz } from './fuzz.ts'
import type { Document } from './requests.ts'

/**
 * What chance does not get right: a thumbprint, a rule set of the same name, an earlier version, two views that lie
 * apart, somebody in the record. The matrix asks for it.
 */
const beyondChance = new Set([
  'addSigningKey',
  'askForRatings',
  'confirm',
  'getBenchmark',
  'getDraftBundle',
  'giveRatings',
  'planPrincipleAction',
  'previewDraft',
  'publishDraft',
  'replaceDraft',
  'rollBackRuleSet',
])

test(
  '20,000 random requests: the service does what its OpenAPI document says, and never fails',
  { timeout: 600_000 },
  async () => {
    const { faults, accepted, statuses } = await fuzz({ requests: 20_000, seed: 44_003 })
    expect(faults).toEqual([])
    // it gets everywhere
    expect(operations.map(({ id }) => id).filter((id) => !accepted.has(id) && !beyondChance.has(id))).toEqual([])
    for (const status of [200, 201, 204, 304, 400, 401, 403, 404, 406, 412, 413, 415, 422, 428])
      expect(statuses.get(status) ?? 0, `answers with ${status}`).toBeGreaterThan(0)
  },
)

// a fuzzer that finds nothing wrong with a wrong description would find nothing at all
const lies: [what: string, fault: string, tell: (document: Told) => void][] = [
  [
    'names are shorter than they are',
    'that does not fit its schema was taken',
    ({ components }) => (components.schemas['NewFirm'].properties.name.maxLength = 1),
  ],
  [
    'a firm may be anything',
    'that fits its schema was refused',
    ({ components }) => (components.schemas['NewFirm'] = { type: 'object' }),
  ],
  [
    'there is never nothing',
    'the status is not documented',
    ({ paths }) => delete paths['/v1/firms/{firm}'].get.responses['404'],
  ],
  [
    'firms have no names',
    'the body does not fit its schema',
    ({ components }) => (components.schemas['Firm'].properties.name = { type: 'null' }),
  ],
  [
    'problems have no titles',
    'the problem does not fit its schema',
    ({ components }) => (components.schemas['Problem'].properties.title = { type: 'null' }),
  ],
]

test.each(lies)('a description that says %s is found out', { timeout: 120_000 }, async (_what, fault, tell) => {
  const document = describedService()
  tell(document as unknown as Told)
  const { faults } = await fuzz({ requests: 6_000, seed: 1, judgedBy: document as Document, most: 1 })
  expect(faults.join('\n')).toContain(fault)
})

/** A description as it can be changed. */
// oxlint-disable-next-line typescript/no-explicit-any
type Told = { readonly components: any; readonly paths: any }
