import type { Bundle, BundleSummary, RuleSets, Signature } from '../contract/rule-sets.ts'
import type { BundleRow } from '../schema/rule-set-rows.ts'
import { StoreError } from '../store-error.ts'
import { newestFirst, ownedBy, pageOf, type Work } from './work.ts'

type Bundles = Pick<RuleSets, 'addBundle' | 'addSignature' | 'bundle' | 'bundles'>

export function createBundles(work: Work): Bundles {
  return {
    bundle: (digest) => findBundle(work, digest),
    bundles: (page) => listBundles(work, page),
    addSignature: async (digest, signature) => {
      if ((await findBundle(work, digest)) === undefined)
        throw new StoreError('absent', `There is no bundle ${digest}.`)
      await sign(work, digest, signature)
    },
    addBundle: async ({ digest, ruleSet, ruleSetVersion, text, signatures }) => {
      const row = { digest, rule_set: ruleSet, rule_set_version: ruleSetVersion, text, created_at: work.now }
      await work.session.query((db) =>
        db
          .insertInto('bundle')
          .values({ ...ownedBy(work), ...row })
          .onConflict((conflict) => conflict.doNothing()),
      )
      if ((await findBundle(work, digest))?.text !== text) {
        throw new StoreError('duplicate', `${ruleSet} ${ruleSetVersion} is published with other content.`)
      }
      for (const signature of signatures) await sign(work, digest, signature)
      const { text: _, ...rest } = (await findBundle(work, digest))!
      return rest
    },
  }
}

async function findBundle(work: Work, digest: string): Promise<Bundle | undefined> {
  const { rows } = await work.session.query((db) =>
    db.selectFrom('bundle').selectAll().where('tenant', '=', work.tenant.id).where('digest', '=', digest),
  )
  return rows[0] === undefined ? undefined : { ...(await summaryOf(work, rows[0])), text: rows[0].text }
}

async function listBundles(work: Work, { ruleSet, ...page }: Parameters<Bundles['bundles']>[0]) {
  const { at, id, limit } = newestFirst(page)
  const { rows } = await work.session.query((db) => {
    const query = db
      .selectFrom('bundle')
      .select(['tenant', 'digest', 'rule_set', 'rule_set_version', 'created_at'])
      .where('tenant', '=', work.tenant.id)
      .where((is) => is(is.refTuple('created_at', 'digest'), '<', is.tuple(at, id)))
      .orderBy('created_at', 'desc')
      .orderBy('digest', 'desc')
      .limit(limit)
    return ruleSet === undefined ? query : query.where('rule_set', '=', ruleSet)
  })
  const place = (row: (typeof rows)[number]) => ({ at: row.created_at, id: row.digest })
  return pageOf(rows, { limit: page.limit, place, item: (row) => summaryOf(work, row) })
}

async function sign(work: Work, digest: string, { keyId, jws }: Signature): Promise<void> {
  await work.session.query((db) =>
    db
      .insertInto('signature')
      .values({ ...ownedBy(work), digest, key_id: keyId, jws })
      .onConflict((conflict) => conflict.columns(['tenant', 'digest', 'key_id']).doUpdateSet({ jws })),
  )
}

async function summaryOf({ session, tenant }: Work, row: Omit<BundleRow, 'bucket' | 'text'>): Promise<BundleSummary> {
  const { rows: signatures } = await session.query((db) =>
    db
      .selectFrom('signature')
      .select(['key_id', 'jws'])
      .where('tenant', '=', tenant.id)
      .where('digest', '=', row.digest)
      .orderBy('key_id'),
  )
  return {
    digest: row.digest,
    ruleSet: row.rule_set,
    ruleSetVersion: row.rule_set_version,
    signatures: signatures.map(({ key_id, jws }) => ({ keyId: key_id, jws })),
    createdAt: row.created_at,
  }
}
