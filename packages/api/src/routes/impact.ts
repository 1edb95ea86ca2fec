import { createHash } from 'node:crypto'
import type { TenantContext } from '@joinery/store'
import * as z from 'zod'
import { notFound } from '../access/ownership.ts'
import type { TenantPrincipal } from '../access/principal.ts'
import { defineOperation, type Call } from '../kernel/operation.ts'
import { Problem } from '../kernel/problem.ts'
import { limits } from '../limits.ts'
import { shownCount, type Tally } from '../privacy/tally.ts'
import { makeInWorkshop } from '../rule-sets/at-work.ts'
import { draftInput, reportOf } from '../rule-sets/drafts.ts'
import { previewImpact, type Preview } from '../rule-sets/preview-impact.ts'
import { publishingSettings } from '../rule-sets/settings.ts'
import { Overrun } from '../rule-sets/workshop.ts'
import { Id } from '../schemas/common.ts'
import { Impact } from '../schemas/rule-set.ts'

const previewDraft = defineOperation({
  id: 'previewDraft',
  method: 'post',
  path: '/v1/drafts/{draft}/impact',
  tag: 'Publishing',
  summary: 'See what publishing a draft would do to stored scores',
  description:
    'How many relationships would move up or down, by principle, and which changed rules move them. Nothing is changed, and no answer or score of anybody is shown. Compared with the current version; before the first one, with what the draft extends.',
  access: { scope: 'rule-sets:write', allow: { association: ['own', 'sibling'] } },
  params: z.strictObject({ draft: Id }),
  problems: ['conflict'],
  answer: { status: 200, description: 'The counts', schema: Impact },
  prepare: async (call) => {
    const { tenant } = call.principal as TenantPrincipal
    const { input, leastFirms } = await readDraft(call, tenant)
    const before = input.before ?? input.bases[0]
    if (before === undefined)
      throw new Problem('conflict', 'This is the first version, and it extends nothing: no score can move.')
    const { text: after, version, digest } = await makeInWorkshop(call, input)
    const asOf = call.now.toISOString().slice(0, 10)
    const preview = await lookAt(call, { tenant, before, after, asOf })
    return {
      ...shownPreview(preview, leastFirms),
      before: versionOf(before),
      after: { version, digest },
      asOf,
      leastFirms,
    }
  },
  // that somebody looked is kept: whoever asks often, with small changes, asks about somebody
  write: async ({ params: { draft } }, _tx, impact) => ({
    body: impact,
    audit: { action: 'draft.preview', target: `draft/${draft}`, after: impact.after },
  }),
})

export const impact = [previewDraft]

type ImpactCall = Call<{ draft: string }, unknown, unknown>

async function readDraft({ params, service }: ImpactCall, tenant: TenantContext) {
  return service.store.read(tenant, async (tx) => {
    const draft = await tx.ruleSets.draft(params.draft)
    if (draft === undefined) throw notFound()
    if (!reportOf(draft)?.digest)
      throw new Problem('conflict', 'Check the draft first; what has faults cannot be tried out.')
    const input = await draftInput(draft, tx, service.catalogue)
    return { input, leastFirms: publishingSettings(await tx.tenants.get()).leastFirms }
  })
}

interface Versions {
  readonly tenant: TenantContext
  readonly before: string
  readonly after: string
  readonly asOf: string
}

async function lookAt({ service, now }: ImpactCall, versions: Versions): Promise<Preview> {
  const { store, workshop, countSecret: secret } = service
  try {
    return await previewImpact({ store, workshop, secret, now, ...versions, ...limits.impact })
  } catch (error) {
    if (!(error instanceof Overrun)) throw error
    throw new Problem('conflict', `The preview was ended: ${error.message}. Make the conditions simpler.`)
  }
}

function versionOf(text: string): { version: string; digest: string } {
  const { version } = JSON.parse(text) as { version: string }
  return { version, digest: createHash('sha256').update(text).digest('hex') }
}

const directions = ['up', 'down', 'range', 'same', 'new', 'gone'] as const

function shownPreview({ tally, total, looked, principles, changes }: Preview, leastFirms: number) {
  const shown = (name: string) => shownCount(tally.get(name), leastFirms)
  const reasons = changes.map((change, index) => Object.assign(change, { relationships: shown(`change ${index}`) }))
  return {
    relationships: shown('all'),
    sample: looked < total ? { looked, of: total } : null,
    askedAgain: shown('asked again'),
    headline: directionsOf(tally, 'headline', leastFirms),
    principles: principles.map(({ id, title }) => ({ id, title, counts: directionsOf(tally, id, leastFirms) })),
    reasons: reasons.toSorted((left, right) => (right.relationships ?? 0) - (left.relationships ?? 0)).slice(0, 200),
  }
}

function directionsOf(tally: Tally, of: string, leastFirms: number): z.input<typeof Impact>['headline'] {
  const counts = directions.map((direction) => [direction, shownCount(tally.get(`${of} ${direction}`), leastFirms)])
  return Object.fromEntries(counts) as z.input<typeof Impact>['headline']
}
