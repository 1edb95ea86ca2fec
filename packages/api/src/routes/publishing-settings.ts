import * as z from 'zod'
import { etagOf } from '../kernel/etag.ts'
import { defineOperation } from '../kernel/operation.ts'
import { limits } from '../limits.ts'
import { publishingSettings } from '../rule-sets/settings.ts'
import { etagHeader } from '../schemas/common.ts'

const tag = 'Publishing'
const path = '/v1/association/publishing'

const PublishingSettings = z
  .strictObject({
    signatures: z.enum(['required', 'optional']).meta({
      description: 'Whether a rule set may be published without a signature; required unless you say otherwise',
    }),
    leastFirms: z
      .int()
      .min(limits.leastFirms)
      .max(1_000)
      .meta({ description: 'Fewest firms behind any figure of a benchmark or a preview' }),
  })
  .meta({ id: 'PublishingSettings', description: 'How an association publishes' })

const answer = { status: 200, description: 'The settings', schema: PublishingSettings, headers: etagHeader }

const getSettings = defineOperation({
  id: 'getPublishingSettings',
  method: 'get',
  path,
  tag,
  summary: 'See how your association publishes',
  access: { scope: 'rule-sets:read', allow: { association: ['own'] } },
  answer,
  read: async (_call, tx) => {
    const tenant = await tx.tenants.get()
    return { body: publishingSettings(tenant), etag: etagOf(tenant.version) }
  },
})

const changeSettings = defineOperation({
  id: 'changePublishingSettings',
  method: 'put',
  path,
  tag,
  summary: 'Change how your association publishes',
  access: { scope: 'rule-sets:write', allow: { association: ['own'] } },
  body: { schema: PublishingSettings },
  answer,
  write: async ({ body, ifMatch }, tx) => {
    const before = await tx.tenants.get()
    ifMatch.check(etagOf(before.version))
    const tenant = await tx.tenants.update(before.version, { settings: { ...before.settings, ...body } })
    return {
      body: publishingSettings(tenant),
      etag: etagOf(tenant.version),
      audit: {
        action: 'publishing.update',
        target: `association/${tenant.id}`,
        before: publishingSettings(before),
        after: body,
      },
    }
  },
})

export const publishingSettingsOperations = [getSettings, changeSettings]
