import type { AuditFinding, AuditReads, AuditVerdict } from '../contract/audit.ts'
import type { AuditRow, AuditSealRow } from '../schema/access-rows.ts'
import { chainHash, entryText, firstPrevious, sealText } from './audit-chain.ts'
import type { Work } from './work.ts'

type Known = Parameters<AuditReads['verify']>[0]

/**
 * Every entry and every seal carries a signature made with a key that is not in the database, and every seal the hash of
 * the one before. So whoever can only write to the database cannot change, drop, add or swap anything unseen; dropping
 * the newest seals whole is seen by whoever knows one of them.
 */
export async function verifyAudit(work: Work, known?: Known): Promise<AuditVerdict> {
  const findings: AuditFinding[] = []
  const seals = await allSeals(work)
  let previous = firstPrevious
  let sealed = 0
  for (const [index, seal] of seals.entries()) {
    const rows = await entriesOf(work, seal.number)
    sealed += rows.length
    findings.push(...checkSeal(work, seal, { number: index + 1, previous }), ...checkEntries(work, seal, rows))
    previous = seal.hash
  }
  const { count, strays } = await unsealedEntries(work, seals.length)
  findings.push(...strays, ...rolledBack(seals, known))
  const head = seals.at(-1)
  return {
    entries: sealed + count,
    sealed,
    head: head === undefined ? null : { number: head.number, hash: head.hash },
    findings,
  }
}

function checkSeal(
  { vault }: Work,
  seal: AuditSealRow,
  expected: { readonly number: number; readonly previous: string },
): AuditFinding[] {
  const findings: AuditFinding[] = []
  const found = (code: AuditFinding['code'], message: string) =>
    findings.push({ code, seal: seal.number, entry: null, message })
  if (seal.number !== expected.number) found('missing', `Seal ${expected.number} is missing.`)
  if (seal.previous !== expected.previous) found('broken-chain', `Seal ${seal.number} does not follow the one before.`)
  if (vault.sign(sealText(seal)) !== seal.mac) found('forged-seal', `Seal ${seal.number} was not made by this store.`)
  return findings
}

function checkEntries({ vault }: Work, seal: AuditSealRow, rows: readonly AuditRow[]): AuditFinding[] {
  const findings = rows.filter((row) => vault.sign(entryText(row)) !== row.mac).map((row) => changed(row))
  const gap = seal.entries - rows.length
  if (gap !== 0) {
    findings.push({
      code: gap > 0 ? 'missing' : 'extra',
      seal: seal.number,
      entry: null,
      message: `Seal ${seal.number} was made of ${seal.entries} entries; there are ${rows.length}.`,
    })
  } else if (findings.length === 0 && chainHash(seal.previous, rows) !== seal.hash) {
    findings.push({
      code: 'moved',
      seal: seal.number,
      entry: null,
      message: `Seal ${seal.number} was made of other entries.`,
    })
  }
  return findings
}

/** Not sealed yet, or said to be of a seal that there is not. */
async function unsealedEntries(work: Work, seals: number): Promise<{ count: number; strays: AuditFinding[] }> {
  const strays: AuditFinding[] = []
  let count = 0
  for (let after = ''; ;) {
    const rows = await entriesPage(work, { beyond: seals, after })
    count += rows.length
    for (const row of rows) {
      if (work.vault.sign(entryText(row)) !== row.mac) strays.push(changed(row))
      else if (row.seal !== null)
        strays.push({
          ...changed(row),
          code: 'moved',
          message: `Entry ${row.id} names seal ${row.seal}, which is missing.`,
        })
    }
    if (rows.length < pageSize) return { count, strays }
    after = rows.at(-1)!.id
  }
}

function changed(row: AuditRow): AuditFinding {
  return { code: 'changed', seal: row.seal, entry: row.id, message: `Entry ${row.id} (${row.action}) was changed.` }
}

function rolledBack(seals: readonly AuditSealRow[], known: Known): AuditFinding[] {
  if (known === undefined || seals.some(({ number, hash }) => number === known.number && hash === known.hash)) return []
  const message = `Seal ${known.number} was published with another hash, or is gone: the trail was rolled back or made anew.`
  return [{ code: 'rolled-back', seal: known.number, entry: null, message }]
}

const pageSize = 2000

async function allSeals({ session, tenant }: Work): Promise<readonly AuditSealRow[]> {
  const { rows } = await session.query((db) =>
    db.selectFrom('audit_seal').selectAll().where('tenant', '=', tenant.id).orderBy('number'),
  )
  return rows
}

async function entriesOf({ session, tenant }: Work, seal: number): Promise<readonly AuditRow[]> {
  const { rows } = await session.query((db) =>
    db.selectFrom('audit').selectAll().where('tenant', '=', tenant.id).where('seal', '=', seal).orderBy('id'),
  )
  return rows
}

async function entriesPage(
  { session, tenant }: Work,
  { beyond, after }: { readonly beyond: number; readonly after: string },
): Promise<readonly AuditRow[]> {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('audit')
      .selectAll()
      .where('tenant', '=', tenant.id)
      .where((is) => is.or([is('seal', 'is', null), is('seal', '>', beyond)]))
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize),
  )
  return rows
}
