import { statement } from '../engine/statement.ts'
import type { Builder } from '../engine/statement.ts'
import type { RelationshipRow } from '../schema/member-rows.ts'

interface One {
  readonly tenant: string
  readonly id: string
}

const relationships = (db: Builder, args: { readonly tenant: string }) =>
  db.selectFrom('relationship').where('relationship.tenant', '=', args.tenant)

export const selectRelationship = statement((db, args: One) =>
  relationships(db, args).selectAll().where('id', '=', args.id),
)

/** What is known of it without opening the record. */
export const selectHead = statement((db, args: One) =>
  relationships(db, args)
    .select(['firm', 'version', 'created_at', 'updated_at', 'partner_index'])
    .where('id', '=', args.id),
)

interface Place extends One {
  readonly at: string
  readonly limit: number
}

const afterPlace = (db: Builder, args: Place) =>
  relationships(db, args)
    .selectAll()
    .where((is) => is(is.refTuple('created_at', 'id'), '>', is.tuple(args.at, args.id)))
    .orderBy('created_at')
    .orderBy('id')
    .limit(args.limit)

export const listRelationships = statement((db, args: Place) => afterPlace(db, args))

export const listOfFirm = statement((db, args: Place & { readonly firm: string }) =>
  afterPlace(db, args).where('firm', '=', args.firm),
)

export const selectBetween = statement(
  (db, args: { readonly tenant: string; readonly from: string; readonly to: string }) =>
    relationships(db, args).selectAll().where('id', '>=', args.from).where('id', '<=', args.to).orderBy('id'),
)

export const selectByPartner = statement(
  (db, args: { readonly tenant: string; readonly firm: string; readonly index: string | null }) =>
    relationships(db, args)
      .selectAll()
      .where('firm', '=', args.firm)
      .where('partner_index', '=', args.index)
      .orderBy('created_at')
      .orderBy('id'),
)

export const selectFirmId = statement((db, args: { readonly tenant: string; readonly firm: string }) =>
  db.selectFrom('firm').select('id').where('tenant', '=', args.tenant).where('id', '=', args.firm),
)

export const countAll = statement((db, args: { readonly tenant: string }) =>
  relationships(db, args).select((count) => count.fn.countAll<number>().as('count')),
)

export const countOfFirm = statement((db, args: { readonly tenant: string; readonly firm: string }) =>
  relationships(db, args)
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('firm', '=', args.firm),
)

interface New extends Pick<RelationshipRow, 'tenant' | 'bucket' | 'id' | 'firm' | 'payload'> {
  readonly index: string | null
  readonly now: string
}

export const insertRelationship = statement((db, args: New) =>
  db
    .insertInto('relationship')
    .values({
      tenant: args.tenant,
      bucket: args.bucket,
      id: args.id,
      firm: args.firm,
      payload: args.payload,
      partner_index: args.index,
      version: 1,
      created_at: args.now,
      updated_at: args.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doNothing()),
)

interface Changed extends One {
  readonly version: number
  readonly next: number
  readonly payload: Uint8Array
  readonly index: string | null
  readonly now: string
}

export const updateRelationship = statement((db, args: Changed) =>
  db
    .updateTable('relationship')
    .set({ payload: args.payload, partner_index: args.index, version: args.next, updated_at: args.now })
    .where('tenant', '=', args.tenant)
    .where('id', '=', args.id)
    .where('version', '=', args.version),
)

export const deleteRelationship = statement((db, args: One & { readonly version: number }) =>
  db
    .deleteFrom('relationship')
    .where('tenant', '=', args.tenant)
    .where('id', '=', args.id)
    .where('version', '=', args.version),
)

/** What goes with a relationship, before it goes itself. */
export const deleteBelow = (['result', 'score', 'mail', 'link', 'exchange'] as const).map((table) =>
  statement((db, args: One) =>
    db.deleteFrom(table).where('tenant', '=', args.tenant).where('relationship', '=', args.id),
  ),
)
