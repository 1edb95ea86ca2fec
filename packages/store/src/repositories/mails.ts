import type { MailReads, Mails, MailState } from '../contract/mails.ts'
import { StoreError } from '../store-error.ts'
import { inPieces, ownedBy, type Work } from './work.ts'

/** What stands in a row: while a mail is being handed over, nobody but its sender may touch it. */
type MailRowState = MailState | 'sending'

export function createMails(work: Work): Mails {
  return { ...reads(work), add: (link, content) => add(work, link, content) }
}

function reads({ session, tenant }: Work): MailReads {
  return {
    states: async (links) => {
      const found = new Map<string, MailState>()
      for (const piece of inPieces(links, 200)) {
        const { rows } = await session.query((db) =>
          db.selectFrom('mail').select(['link', 'state']).where('tenant', '=', tenant.id).where('link', 'in', piece),
        )
        for (const { link, state } of rows) found.set(link, shownState(state as MailRowState))
      }
      return found
    },
    waiting: async () => {
      const { rows } = await session.query((db) =>
        db
          .selectFrom('mail')
          .select((count) => count.fn.countAll<number>().as('count'))
          .where('tenant', '=', tenant.id)
          .where('state', 'in', ['waiting', 'sending']),
      )
      return Number(rows[0]?.count ?? 0)
    },
  }
}

function shownState(state: MailRowState): MailState {
  return state === 'sending' ? 'waiting' : state
}

async function add(work: Work, link: string, content: unknown): Promise<void> {
  const { session, tenant, vault, now } = work
  const { rows } = await session.query((db) =>
    db.selectFrom('link').select(['firm', 'relationship']).where('tenant', '=', tenant.id).where('id', '=', link),
  )
  const [found] = rows
  if (found === undefined) throw new StoreError('absent', `There is no link ${link}.`)
  const payload = await vault.seal(found.firm, placeOfMail(link), content)
  const fresh = { state: 'waiting', tries: 0, due_at: now, token: null, lease_until: null, created_at: now }
  const row = { ...ownedBy(work), link, ...found, payload, ...fresh }
  const { changes } = await session.query((db) =>
    db
      .insertInto('mail')
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  )
  if (changes === 0) throw new StoreError('duplicate', `Link ${link} has a mail already.`)
}

/** Sealed for this place: in another row it cannot be opened. */
export function placeOfMail(link: string): string {
  return `mail/${link}`
}
