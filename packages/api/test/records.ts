import { readFileSync } from 'node:fs'
import type { Relationship } from '@joinery/core'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** What the example of the command says of Harbour Joinery and a partner. */
export const harbour = JSON.parse(
  readFileSync(new URL('../../../apps/cli/examples/harbour-joinery.json', import.meta.url), 'utf8'),
) as Relationship

/** A new relationship of the firm with this record; gives its id. */
export async function relationshipOf({ ask, own }: World, record: Relationship): Promise<string> {
  const { status, body } = await ask('POST', `/v1/firms/${own.firm}/relationships`, { as: own.key, body: { record } })
  expect(status).toBe(201)
  return body.id as string
}

/** Changes the record of a relationship of the firm, whichever version it has. */
export async function change({ ask, own }: World, relationship: string, patch: unknown): Promise<void> {
  const headers = { 'if-match': '*' }
  const { status } = await ask('PATCH', `/v1/relationships/${relationship}`, { as: own.key, body: patch, headers })
  expect(status).toBe(200)
}
