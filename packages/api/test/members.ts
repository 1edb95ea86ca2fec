import type { TenantContext } from '@joinery/store'
import { expect } from 'vitest'
import { aCase } from './guild.ts'
import type { Asked, World } from './world.ts'

export async function tenantOf({ ask, store, credentials }: World): Promise<TenantContext> {
  const { body } = await ask('GET', '/v1/whoami', { as: credentials.association })
  return (await store.tenant(body.association))!
}

/** Lets the association publish without signatures. */
export async function allowUnsigned({ ask, credentials }: World): Promise<void> {
  const as = credentials.association
  const body = { signatures: 'optional', leastFirms: 5 }
  const { status } = await ask('PUT', '/v1/association/publishing', { as, body, headers: { 'if-match': '*' } })
  expect(status).toBe(200)
}

/** Uploads a draft and checks it; answers with its id and the report. */
export async function checkedDraft(
  { ask, credentials }: World,
  document: unknown,
  cases: readonly unknown[] = [aCase],
): Promise<{ id: string; report: Asked['body'] }> {
  const as = credentials.association
  const draft = await ask('POST', '/v1/drafts', { as, body: { document, cases } })
  expect(draft.status).toBe(201)
  const { id } = draft.body
  const checked = await ask('POST', `/v1/drafts/${id}/check`, { as })
  expect(checked.status).toBe(200)
  return { id, report: checked.body.report }
}

/** Uploads, checks and publishes. */
export async function publishNow(world: World, document: unknown): Promise<Asked> {
  const { id, report } = await checkedDraft(world, document)
  expect(report).toMatchObject({ ok: true })
  const as = world.credentials.association
  const published = await world.ask('POST', `/v1/drafts/${id}/publish`, { as, body: { reason: 'Agreed in spring' } })
  expect(published.status).toBe(201)
  return published
}
