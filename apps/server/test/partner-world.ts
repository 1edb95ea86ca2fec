import type { Relationship } from '@joinery/core'
import { createPagesWorld, type PagesWorld } from './pages-world.ts'

/** A firm with one relationship, and what it does with it. */
export interface PartnerWorld extends PagesWorld {
  /** The secret key of the firm. */
  readonly firm: string
  /** Address of the relationship in the API. */
  readonly path: string
  /** Gives the partner a link; its token. */
  readonly link: (more?: object) => Promise<{ readonly token: string; readonly id: string }>
  readonly send: (method: string, path: string, body?: unknown) => Promise<Response>
}

const scopes = [
  'relationships:read',
  'relationships:write',
  'assessments:read',
  'links:read',
  'links:write',
  'pulses:read',
  'pulses:write',
  'statements:read',
  'statements:write',
  'plans:read',
]

export async function createPartnerWorld(record: Relationship, rates: { key?: number } = {}): Promise<PartnerWorld> {
  const pages = await createPagesWorld(rates)
  const { ask, association, app } = pages
  const { id } = await ask(association, '/v1/firms', { name: 'Harbour Joinery' })
  const invitation = await ask(association, '/v1/keys', { kind: 'secret', label: 'Invitation', firm: id })
  const key = { kind: 'secret', label: 'Our server', scopes }
  const { secret: firm } = await ask(invitation['secret']!, '/v1/keys', key)
  const made = await ask(firm!, `/v1/firms/${id}/relationships`, { record })
  if (made['id'] === undefined) throw new Error(JSON.stringify(made))
  const path = `/v1/relationships/${made['id']}`
  const send: PartnerWorld['send'] = (method, to, body) =>
    Promise.resolve(
      app.request(to, {
        method,
        headers: { authorization: `Bearer ${firm}`, 'content-type': 'application/json', 'if-match': '*' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  const link: PartnerWorld['link'] = async (more = {}) => {
    const asked = {
      label: 'Ben Rowe',
      fields: ['rmp', 'rel', 'people'],
      expiresAt: '2099-01-01T00:00:00.000Z',
      ...more,
    }
    const answer = await ask<{ token: string; link: { id: string } }>(firm!, `${path}/links`, asked)
    return { token: answer.token, id: answer.link.id }
  }
  return { ...pages, firm: firm!, path, link, send }
}
