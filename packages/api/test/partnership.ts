import type { Relationship } from '@joinery/core'
import { beforeEach } from 'vitest'
import { craft } from './guild.ts'
import { linkTo } from './partner-examples.ts'
import { createWorld, type Asked, type AskMore, type World, type WorldOptions } from './world.ts'

/** A relationship in a new world before each test of a file, and what its two sides do there. */
export interface Partnership {
  readonly world: World
  /** `/v1/relationships/…` */
  readonly path: string
  /** The key of the firm. */
  readonly firm: string
  /** The key of the partner's link. */
  readonly partner: string
  /** Asks about the relationship; as the firm, unless it is said otherwise. */
  readonly ask: (method: string, rest: string, more?: AskMore) => Promise<Asked>
  /** The record as the firm reads it. */
  readonly record: () => Promise<Relationship>
  /** Changes the record, whichever version it has. */
  readonly change: (patch: unknown) => Promise<Asked>
}

/** For the top of a file: `link` is what the partner may do and see. */
export function partnership(link: object = {}, options: WorldOptions = { ruleSets: [craft] }): Partnership {
  let world: World
  let partner = ''
  beforeEach(async () => {
    world = await createWorld(options)
    partner = await linkTo(world, world.own, link)
    return () => world.close()
  })
  const path = () => `/v1/relationships/${world.own.relationship}`
  const ask: Partnership['ask'] = (method, rest, more = {}) =>
    world.ask(method, `${path()}${rest}`, { as: world.own.key, ...more })
  return {
    get world() {
      return world
    },
    get path() {
      return path()
    },
    get firm() {
      return world.own.key
    },
    get partner() {
      return partner
    },
    ask,
    record: async () => (await ask('GET', '')).body.record,
    change: (body) => ask('PATCH', '', { body, headers: { 'if-match': '*' } }),
  }
}
