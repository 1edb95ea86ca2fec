import { randomUUID } from 'node:crypto'
import type { MailEnd, MailLease, Outbox } from './contract/mails.ts'
import type { TenantContext } from './contract/tenants.ts'
import type { DatabaseEngine, Session } from './engine/engine.ts'
import { placeOfMail } from './repositories/mails.ts'
import type { Work } from './repositories/work.ts'
import type { MailRow } from './schema/access-rows.ts'

interface Setup {
  readonly database: DatabaseEngine
  readonly clock: () => Date
  readonly context: (tenant: string) => TenantContext
  readonly workOn: (tenant: TenantContext, session: Session) => Work
}

/** Past this a mail helps nobody; so a backup that is restored much later does not send again what was sent long ago. */
const longestMs = 24 * 60 * 60_000

/**
 * The table of mails is the queue. A mail goes from `waiting` to `sending` before a byte goes out, and back only by the word of
 * its sender that it was not taken: whoever is killed in between leaves a mail that counts as failed, not one that is sent twice.
 */
export function createOutbox(setup: Setup): Outbox {
  const { database, clock } = setup
  const moment = (later = 0) => new Date(clock().getTime() + later).toISOString()
  return {
    claim: async ({ limit, leaseMs }) => {
      const now = moment()
      // nearly always there is nothing to do: then nothing is written
      if (!(await database.read('platform', (session) => isAnyDue(session, now)))) return []
      const lent = { now, until: moment(leaseMs), oldest: moment(-longestMs), limit }
      const rows = await database.write('platform', (session) => lend(session, lent))
      const leases = await Promise.all(rows.map((row) => leaseOf(setup, row)))
      return leases.flatMap((lease) => lease ?? [])
    },
    begin: async (lease) => {
      const change = { state: 'sending', tries: lease.tries + 1 }
      return (await changeHeld(database, lease, { from: ['waiting'], change })) === 1
    },
    settle: async (lease, end) => {
      await changeHeld(database, lease, { from: ['waiting', 'sending', 'failed'], change: endOf(end) })
    },
  }
}

/** What is over keeps no words: neither whom it was for nor the secret of its link. */
function endOf(end: MailEnd): Partial<MailRow> {
  if (end.state === 'waiting') return { state: 'waiting', due_at: end.dueAt, lease_until: null }
  return { state: end.state, payload: null, lease_until: null }
}

async function isAnyDue(session: Session, now: string): Promise<boolean> {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('mail')
      .select('link')
      .where('state', 'in', ['waiting', 'sending'])
      .where('due_at', '<=', now)
      .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<', now)]))
      .limit(1),
  )
  return rows.length > 0
}

interface Lent {
  readonly now: string
  readonly until: string
  readonly oldest: string
  readonly limit: number
}

async function lend(session: Session, { now, until, oldest, limit }: Lent): Promise<readonly MailRow[]> {
  await buryLost(session, now, oldest)
  const { rows } = await session.query((db) =>
    db
      .selectFrom('mail')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<', now)]))
      .orderBy('due_at')
      .orderBy('tenant')
      .orderBy('link')
      .limit(limit),
  )
  const taken: MailRow[] = []
  for (const row of rows) {
    const token = randomUUID()
    // two senders may want the same one; the row says which of them was first
    const { changes } = await session.query((db) =>
      db
        .updateTable('mail')
        .set({ token, lease_until: until })
        .where('tenant', '=', row.tenant)
        .where('link', '=', row.link)
        .where('state', '=', 'waiting')
        .where((is) => (row.token === null ? is('token', 'is', null) : is('token', '=', row.token))),
    )
    if (changes === 1) taken.push({ ...row, token, lease_until: until })
  }
  return taken
}

/** Nobody knows whether these arrived, or they are too old to be of use. */
async function buryLost(session: Session, now: string, oldest: string): Promise<void> {
  await session.query((db) =>
    db
      .updateTable('mail')
      .set({ state: 'failed', payload: null, lease_until: null })
      .where((is) =>
        is.or([
          is.and([is('state', '=', 'sending'), is('lease_until', '<', now)]),
          is.and([is('state', '=', 'waiting'), is('created_at', '<', oldest)]),
        ]),
      ),
  )
}

/** What is to be sent; undefined where the link is of no use any more, and then the mail has failed. */
async function leaseOf({ database, clock, context, workOn }: Setup, row: MailRow): Promise<MailLease | undefined> {
  const tenant = context(row.tenant)
  const lease = { tenant, link: row.link, tries: row.tries, token: row.token ?? '' }
  const content = await database.read({ tenant: tenant.id }, async (session) => {
    const { rows } = await session.query((db) =>
      db
        .selectFrom('link')
        .select(['revoked_at', 'expires_at'])
        .where('tenant', '=', row.tenant)
        .where('id', '=', row.link),
    )
    const [link] = rows
    const isOpen = link !== undefined && link.revoked_at === null && link.expires_at > clock().toISOString()
    if (!isOpen || row.payload === null) return undefined
    return { is: await workOn(tenant, session).vault.open<unknown>(row.firm, placeOfMail(row.link), row.payload) }
  })
  if (content !== undefined) return { ...lease, content: content.is }
  await changeHeld(database, lease, { from: ['waiting'], change: endOf({ state: 'failed' }) })
  return undefined
}

interface Held {
  readonly from: readonly string[]
  readonly change: Partial<MailRow>
}

async function changeHeld(
  database: DatabaseEngine,
  { tenant, link, token }: Pick<MailLease, 'tenant' | 'link' | 'token'>,
  { from, change }: Held,
): Promise<number> {
  return database.write({ tenant: tenant.id }, async (session) => {
    const { changes } = await session.query((db) =>
      db
        .updateTable('mail')
        .set(change)
        .where('tenant', '=', tenant.id)
        .where('link', '=', link)
        .where('token', '=', token)
        .where('state', 'in', from),
    )
    return changes
  })
}
