import pg from 'pg'
import type { Durability } from '../contract/store.ts'
import type { EngineProbe, Session, Wall } from './engine.ts'
import { stampOf } from './postgres-knowledge.ts'
import type { Line } from './postgres-line.ts'
import { reachedBy, type Reached } from './reach.ts'
import { bind, createBuilder, unbound, writtenByText, type BoundQuery, type Statement } from './statement.ts'

/** One transaction. */
export interface Standing {
  readonly line: Line
  /** Since when this process had heard of every change, when it began. */
  readonly era: number
  readonly wall: Wall
  /** How far its changes reach. */
  readonly reached: Set<Reached>
}

export function createSession(client: pg.PoolClient, standing: Standing, { rewrite }: EngineProbe): Session {
  const { line, era, wall, reached } = standing
  const builder = rewrite === undefined ? plainBuilder : createBuilder('postgres', [rewrite])
  const noted = (query: BoundQuery): BoundQuery => {
    const place = query.written && reachedBy(wall, query.written)
    if (place !== undefined) reached.add(place)
    return query
  }
  const bound = <Args, Row>(statement: Statement<Args, Row>, args: Args): BoundQuery =>
    noted(
      rewrite === undefined ? bind(builder, 'postgres', { statement, args }) : unbound(statement.build(builder, args)),
    )
  return {
    engine: 'postgres',
    run: (statement, args) => line.ask(bound(statement, args)),
    later: (statement, args) => line.tell(bound(statement, args)),
    query: (build) => line.ask(noted(unbound(build(builder)))),
    sql: (text, parameters = []) => line.ask(noted({ sql: text, parameters, ...writtenByText(text) })),
    stamp: () => {
      const standsOn = line.stamp()
      return standsOn === undefined ? undefined : stampOf(era, standsOn)
    },
    moveTo: async (to) => {
      await client.query(settings({ wall: to }, { role: undefined, timeout: 0 }))
    },
    scrubAfterwards: () => {},
  }
}

const plainBuilder = createBuilder('postgres')

interface Kind {
  readonly wall: Wall
  readonly durability?: Durability | undefined
}

interface Limits {
  /** What the transaction acts as; undefined where the login itself may not pass the wall. */
  readonly role: string | undefined
  readonly timeout: number
}

/** What holds for one transaction, as a query. */
export function settings({ wall, durability }: Kind, { role, timeout }: Limits): string {
  const [tenant, platform] = wall === 'platform' ? ['', 'on'] : [wall.tenant, 'off']
  const values = [
    ...(role === undefined ? [] : [['role', role]]),
    ['app.tenant', tenant],
    ['app.platform', platform],
    ['statement_timeout', String(Math.trunc(timeout))],
    // in the order of the log all the same: a crash takes back the last of these, whole, and none before a synced one
    ...(durability === 'soon' ? [['synchronous_commit', 'off']] : []),
  ] as [string, string][]
  return `select ${values.map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`).join(', ')}`
}
