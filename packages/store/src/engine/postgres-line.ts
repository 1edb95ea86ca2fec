import type pg from 'pg'
import { StoreError } from '../store-error.ts'
import type { EngineProbe, Outcome } from './engine.ts'
import type { BoundQuery } from './statement.ts'

/**
 * One transaction on one connection. What is asked is sent at once and answered in order; what comes after a statement
 * that failed does nothing.
 */
export interface Line {
  /** The last answer to it, of one row with the column `stamp`, is what the transaction stands on. */
  open(sql: string): void
  stamp(): string | undefined
  ask(query: BoundQuery): Promise<Outcome<never>>
  /** Nobody waits for the answer: where it fails, the commit fails. */
  tell(query: BoundQuery): void
  commit(): Promise<void>
  /** Of a transaction that only read: its end need not be waited for. */
  leave(): Promise<void>
  /** What is wrong with the connection, if it did not take even that. */
  rollback(): Promise<Error | undefined>
}

interface Setup {
  readonly probe: EngineProbe
  readonly statements: { readonly named: boolean }
}

/** How the transaction stands. */
interface Standing {
  state: 'open' | 'failed' | 'ended'
  opened: Promise<unknown>
  stamp: string | undefined
  /** What nobody waits for, and the first failure of it. */
  readonly told: Promise<void>[]
  unheard: unknown
}

export function createLine(client: pg.PoolClient, setup: Setup): Line {
  const standing: Standing = {
    state: 'open',
    opened: Promise.resolve(),
    stamp: undefined,
    told: [],
    unheard: undefined,
  }
  const ask = (query: BoundQuery) => askFor(query, { client, setup, standing })
  return {
    open: (sql) => {
      const opened = client.query(sql)
      standing.opened = opened
      opened.then(
        (answers) => (standing.stamp = stampOf(answers)),
        () => (standing.state = 'failed'),
      )
    },
    stamp: () => standing.stamp,
    ask,
    tell: (query) => {
      const heard = ask(query).then(
        () => undefined,
        (error: unknown) => void (standing.unheard ??= error),
      )
      standing.told.push(heard)
    },
    commit: () => commit(client, standing),
    leave: async () => {
      end(standing)
      await standing.opened
      client.query('commit').catch(() => undefined)
    },
    rollback: () => rollback(client, standing),
  }
}

/** Several statements sent as one text are answered by a list. */
function stampOf(answers: unknown): string | undefined {
  const last = (Array.isArray(answers) ? answers.at(-1) : answers) as pg.QueryResult<{ stamp?: string }> | undefined
  return last?.rows[0]?.stamp
}

interface Asking {
  readonly client: pg.PoolClient
  readonly setup: Setup
  readonly standing: Standing
}

async function askFor(
  { sql, parameters, name }: BoundQuery,
  { client, setup: { probe, statements }, standing }: Asking,
): Promise<Outcome<never>> {
  if (standing.state === 'ended') throw new StoreError('closed', 'This transaction has ended.')
  if (standing.state === 'failed') throw statementFailed()
  probe.onStatement?.(sql)
  const query = { text: sql, values: [...parameters] }
  try {
    const { rows, rowCount } = await client.query(statements.named && name !== undefined ? { name, ...query } : query)
    return { rows: rows as never[], changes: rowCount ?? 0 }
  } catch (error) {
    const isSecond = standing.state !== 'open' && codeOf(error) === inFailedTransaction
    standing.state = 'failed'
    throw isSecond ? statementFailed() : explained(error)
  }
}

/** What is still on its way is answered before the commit is. */
async function commit(client: pg.PoolClient, standing: Standing): Promise<void> {
  end(standing)
  const [{ command }] = await Promise.all([client.query('commit'), standing.opened, ...standing.told])
  const { unheard } = standing
  if (unheard !== undefined && isWorthAnother(codeOf(unheard))) throw unheard
  // the server says so when it took back a transaction of which a statement had failed
  if (unheard !== undefined || command !== 'COMMIT') throw statementFailed(unheard)
}

async function rollback(client: pg.PoolClient, standing: Standing): Promise<Error | undefined> {
  standing.state = 'ended'
  const ended = client.query('rollback').then(
    () => undefined,
    (failure: Error) => failure,
  )
  await Promise.allSettled([standing.opened, ...standing.told])
  return ended
}

function end(standing: Standing): void {
  if (standing.state === 'failed' && standing.unheard === undefined)
    throw new StoreError('refused', 'A statement of this transaction failed, and its error was ignored.')
  standing.state = 'ended'
}

/** A prepared statement that this server process does not know, or knows from somebody else: there is a pooler in between. */
export const unknownNames: ReadonlySet<string> = new Set(['26000', '42P05'])

/** Whether the same may well succeed the next time, as after the class of errors that come of rivals. */
function isWorthAnother(code: string): boolean {
  return code.startsWith('40') || unknownNames.has(code)
}

const inFailedTransaction = '25P02'

function statementFailed(cause?: unknown): StoreError {
  return new StoreError('refused', 'A statement of this transaction failed.', { cause })
}

function explained(error: unknown): unknown {
  const code = codeOf(error)
  if (code === '23503')
    return new StoreError('absent', 'What this belongs to is not there, or has gone.', { cause: error })
  if (code === '22021') return new StoreError('bad-value', 'A text holds the character U+0000.', { cause: error })
  return error
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
