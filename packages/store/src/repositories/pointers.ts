import type { Pointer, RuleSets } from '../contract/rule-sets.ts'
import type { PointerRow } from '../schema/rule-set-rows.ts'
import { StoreError } from '../store-error.ts'
import { notChanged, ownedBy, type Work } from './work.ts'

type Pointers = Pick<RuleSets, 'movePointer' | 'moves' | 'pointer' | 'pointers'>

export function createPointers(work: Work): Pointers {
  const { session, tenant } = work
  const pointer = async (ruleSet: string): Promise<Pointer | undefined> => {
    const { rows } = await session.query((db) =>
      db.selectFrom('pointer').selectAll().where('tenant', '=', tenant.id).where('rule_set', '=', ruleSet),
    )
    return rows[0] === undefined ? undefined : read(rows[0])
  }
  return {
    pointer,
    pointers: async () => {
      const { rows } = await session.query((db) =>
        db.selectFrom('pointer').selectAll().where('tenant', '=', tenant.id).orderBy('rule_set'),
      )
      return rows.map(read)
    },
    moves: async (ruleSet) => {
      const { rows } = await session.query((db) =>
        db
          .selectFrom('move')
          .selectAll()
          .where('tenant', '=', tenant.id)
          .where('rule_set', '=', ruleSet)
          .orderBy('version', 'desc'),
      )
      return rows.map((row) => ({
        ruleSet: row.rule_set,
        version: row.version,
        from: row.from_digest,
        to: row.to_digest,
        reason: row.reason,
        by: row.by,
        at: row.at,
      }))
    },
    movePointer: (move) => movePointer(work, pointer, move),
  }
}

async function movePointer(
  work: Work,
  pointer: Pointers['pointer'],
  { ruleSet, to, reason, by, expected }: Parameters<Pointers['movePointer']>[0],
): Promise<Pointer> {
  const { session, tenant, now } = work
  const bundle = await session.query((db) =>
    db
      .selectFrom('bundle')
      .select('digest')
      .where('tenant', '=', tenant.id)
      .where('digest', '=', to)
      .where('rule_set', '=', ruleSet),
  )
  if (bundle.rows.length === 0) throw new StoreError('absent', `There is no bundle ${to} of ${ruleSet}.`)
  const before = await pointer(ruleSet)
  const version = expected + 1
  const { changes } = await session.query((db) =>
    expected === 0
      ? db
          .insertInto('pointer')
          .values({ ...ownedBy(work), rule_set: ruleSet, digest: to, version, moved_at: now })
          .onConflict((conflict) => conflict.columns(['tenant', 'rule_set']).doNothing())
      : db
          .updateTable('pointer')
          .set({ digest: to, version, moved_at: now })
          .where('tenant', '=', tenant.id)
          .where('rule_set', '=', ruleSet)
          .where('version', '=', expected),
  )
  if (changes === 0) throw notChanged(`pointer ${ruleSet}`, (await pointer(ruleSet)) ?? { version: 0 })
  const moved = { version, from_digest: before?.digest ?? null, to_digest: to, reason, by, at: now }
  await session.query((db) => db.insertInto('move').values({ ...ownedBy(work), rule_set: ruleSet, ...moved }))
  return { ruleSet, digest: to, version, movedAt: now }
}

function read(row: PointerRow): Pointer {
  return { ruleSet: row.rule_set, digest: row.digest, version: row.version, movedAt: row.moved_at }
}
