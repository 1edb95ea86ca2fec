import type { OverVisit, Visits } from '../contract/access.ts'
import { statement } from '../engine/statement.ts'
import { checkedLimit, type Work } from './work.ts'

export function createVisits({ session, tenant, now }: Work): Visits {
  return {
    over: async (limit) => {
      const { rows } = await session.run(selectOver, { tenant: tenant.id, now, limit: checkedLimit(limit) })
      const visits: OverVisit[] = []
      for (const row of rows) {
        const { id: link, firm, relationship } = row
        const own = await session.run(selectVisitor, {
          tenant: tenant.id,
          firm,
          relationship,
          createdAt: row.created_at,
        })
        const others = own.rows.length === 0 ? own : await session.run(selectOthers, { tenant: tenant.id, firm, link })
        visits.push({ link, firm, relationship, isAlone: own.rows.length > 0 && others.rows.length === 0 })
      }
      return visits
    },
    forget: async (link) => {
      await session.run(deleteLink, { tenant: tenant.id, link, now })
    },
  }
}

/** The oldest first: of visits that all last as long they are the first to be over. */
const selectOver = statement((db, args: { tenant: string; now: string; limit: number }) =>
  db
    .selectFrom('link')
    .select(['id', 'firm', 'relationship', 'created_at'])
    .where('tenant', '=', args.tenant)
    .where('purpose', '=', 'embed')
    .where('expires_at', '<=', args.now)
    .orderBy('id')
    .limit(args.limit),
)

/** A firm that was made for a visit has the moment of the visit's link: all came in one transaction. */
const selectVisitor = statement((db, args: { tenant: string; firm: string; relationship: string; createdAt: string }) =>
  db
    .selectFrom('firm')
    .innerJoin('relationship', (join) =>
      join.onRef('relationship.tenant', '=', 'firm.tenant').onRef('relationship.firm', '=', 'firm.id'),
    )
    .select('firm.id')
    .where('firm.tenant', '=', args.tenant)
    .where('firm.id', '=', args.firm)
    .where('firm.created_at', '=', args.createdAt)
    .where('relationship.tenant', '=', args.tenant)
    .where('relationship.id', '=', args.relationship)
    .where('relationship.created_at', '=', args.createdAt),
)

/** Whatever says that somebody has taken the firm over: a key of its own, another relationship, another link. */
const selectOthers = statement((db, args: { tenant: string; firm: string; link: string }) =>
  db
    .selectFrom('api_key')
    .select('id')
    .where('tenant', '=', args.tenant)
    .where('firm', '=', args.firm)
    .unionAll(
      db
        .selectFrom('link')
        .select('id')
        .where('tenant', '=', args.tenant)
        .where('firm', '=', args.firm)
        .where('id', '<>', args.link),
    )
    .unionAll(
      db
        .selectFrom('relationship')
        .select('id')
        .where('tenant', '=', args.tenant)
        .where('firm', '=', args.firm)
        .where(
          'id',
          '<>',
          db.selectFrom('link').select('relationship').where('tenant', '=', args.tenant).where('id', '=', args.link),
        ),
    ),
)

const deleteLink = statement((db, args: { tenant: string; link: string; now: string }) =>
  db
    .deleteFrom('link')
    .where('tenant', '=', args.tenant)
    .where('id', '=', args.link)
    .where('purpose', '=', 'embed')
    .where('expires_at', '<=', args.now),
)
