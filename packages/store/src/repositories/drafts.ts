import type { Draft, DraftStatus, RuleSets } from '../contract/rule-sets.ts'
import type { DraftRow } from '../schema/rule-set-rows.ts'
import { StoreError } from '../store-error.ts'
import { json, newestFirst, notChanged, ownedBy, pageOf, type Work } from './work.ts'

type Drafts = Pick<RuleSets, 'createDraft' | 'deleteDraft' | 'draft' | 'drafts' | 'setDraftStatus' | 'updateDraft'>

type DraftReads = Pick<Drafts, 'draft' | 'drafts'>

/** Which step may follow which. */
const nextSteps: Readonly<Record<DraftStatus, readonly DraftStatus[]>> = {
  draft: ['checked'],
  checked: ['draft', 'checked', 'published'],
  published: ['superseded'],
  superseded: [],
}

export function createDrafts(work: Work): Drafts {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): DraftReads {
  const { session, tenant } = work
  const draft = async (id: string): Promise<Draft | undefined> => {
    const { rows } = await session.query((db) =>
      db.selectFrom('draft').selectAll().where('tenant', '=', tenant.id).where('id', '=', id),
    )
    return rows[0] === undefined ? undefined : read(rows[0])
  }
  return {
    draft,
    drafts: (page) => listDrafts(work, page),
  }
}

function changes(work: Work): Omit<Drafts, keyof DraftReads> {
  const { session, tenant, now } = work
  return {
    createDraft: async ({ ruleSet, document }) => {
      const fresh = { status: 'draft', report: undefined, digest: null, version: 1 } as const
      const created: Draft = { id: work.newId(), ruleSet, document, ...fresh, createdAt: now, updatedAt: now }
      await session.query((db) => db.insertInto('draft').values({ ...ownedBy(work), ...rowOf(created) }))
      return created
    },
    updateDraft: async (id, version, document) => {
      const stored = await knownDraft(work, id, version)
      if (stored.digest !== null) throw new StoreError('refused', `Draft ${id} is published; begin a new one.`)
      return changeDraft(work, stored, { document, status: 'draft', report: undefined })
    },
    setDraftStatus: async (id, version, { status, report, digest }) => {
      const stored = await knownDraft(work, id, version)
      if (!nextSteps[stored.status].includes(status)) {
        throw new StoreError(
          'refused',
          `A draft goes from ${stored.status} to ${nextSteps[stored.status].join(' or ') || 'nowhere'}, not to ${status}.`,
        )
      }
      return changeDraft(work, stored, { status, report: report ?? stored.report, digest: digest ?? stored.digest })
    },
    deleteDraft: async (id, version) => {
      const stored = await knownDraft(work, id, version)
      const { changes } = await session.query((db) =>
        db.deleteFrom('draft').where('tenant', '=', tenant.id).where('id', '=', id).where('version', '=', version),
      )
      if (changes === 0) throw notChanged(`draft ${stored.id}`, await reads(work).draft(id))
    },
  }
}

async function knownDraft(work: Work, id: string, version: number): Promise<Draft> {
  const stored = await reads(work).draft(id)
  if (stored?.version !== version) throw notChanged(`draft ${id}`, stored)
  return stored
}

async function changeDraft(work: Work, stored: Draft, next: Partial<Draft>): Promise<Draft> {
  const changed = { ...stored, ...next, version: stored.version + 1, updatedAt: work.now }
  const { id, ...columns } = rowOf(changed)
  const { changes: count } = await work.session.query((db) =>
    db
      .updateTable('draft')
      .set(columns)
      .where('tenant', '=', work.tenant.id)
      .where('id', '=', id)
      .where('version', '=', stored.version),
  )
  if (count === 0) throw notChanged(`draft ${id}`, await reads(work).draft(id))
  return changed
}

const listDrafts: (work: Work, page: Parameters<Drafts['drafts']>[0]) => ReturnType<Drafts['drafts']> = async (
  { session, tenant },
  { ruleSet, ...page },
) => {
  const { at, id, limit } = newestFirst(page)
  const { rows } = await session.query((db) => {
    const query = db
      .selectFrom('draft')
      .selectAll()
      .where('tenant', '=', tenant.id)
      .where((is) => is(is.refTuple('created_at', 'id'), '<', is.tuple(at, id)))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
    return ruleSet === undefined ? query : query.where('rule_set', '=', ruleSet)
  })
  return pageOf(rows, { limit: page.limit, place: (row) => ({ at: row.created_at, id: row.id }), item: read })
}

function read(row: DraftRow): Draft {
  return {
    id: row.id,
    ruleSet: row.rule_set,
    status: row.status as DraftStatus,
    document: json(row.document),
    report: row.report === null ? undefined : json(row.report),
    digest: row.digest,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function rowOf(draft: Draft): Omit<DraftRow, 'bucket' | 'tenant'> {
  return {
    id: draft.id,
    rule_set: draft.ruleSet,
    status: draft.status,
    document: JSON.stringify(draft.document) ?? 'null',
    report: draft.report === undefined ? null : JSON.stringify(draft.report),
    digest: draft.digest,
    version: draft.version,
    created_at: draft.createdAt,
    updated_at: draft.updatedAt,
  }
}
