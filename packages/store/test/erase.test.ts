import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Result } from '@joinery/core'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import type { Engine, ExportRow } from '../src/index.ts'
// @boundaries-ignore the tools of the workspace are no package
import { runningPostgres } from '../../../tools/test-database.ts'
import { engines, newFolder, newMember, unpackedBackup, type Member } from './stores.ts'

const figures = { score: 2, potential: 3, level: 2, coverage: 0.8, confidence: 0.5 }

/** A dozen kinds of places where somebody's words can end up, each with a word of its own. */
async function fill({ store, tenant, firm }: Member, mark: string): Promise<string> {
  return store.write(tenant, async (tx) => {
    await tx.firms.update(firm, 1, { name: `name-${mark}`, details: { contact: `contact-${mark}` } })
    await tx.consents.record({ firm, purpose: 'benchmark', given: true, by: `consent-${mark}` })
    const record = { answers: { 'p01.plan/2': { value: 'yes', note: `note-${mark} `.repeat(80) } } }
    const { id } = await tx.relationships.create({ firm, record, partner: `partner-${mark}` })
    const from = { relationship: id, ruleSet: 'iso-44003', digest: 'd', asOf: '2026-11-20', relationshipVersion: 1 }
    const scores = { headline: figures, principles: { p01: figures } }
    const words = { nextSteps: [{ text: `result-${mark} `.repeat(200) }] } as unknown as Result
    const rest = { ruleSetVersion: '1.0.0', scope: 'full', inputHash: 'h', engine: 'e' }
    await tx.results.add({ ...from, ...rest, scores, record, result: words })
    await tx.scores.put([{ ...from, firm, scores }])
    const link = { purpose: 'partner', hash: mark, sharedFields: [], expiresAt: '2027-01-01T00:00:00.000Z' } as const
    const made = await tx.links.create({ ...link, relationship: id, label: `link-${mark}` })
    await tx.mails.add(made.id, { to: `mail-${mark}@example.org`, token: `token-${mark}` })
    const remark = { kind: 'remark', state: 'open', relationship: id } as const
    await tx.exchanges.add({ ...remark, content: { text: `remark-${mark}` } })
    const key = { kind: 'secret', hash: mark, hint: 'abcd', scopes: [], origins: [], expiresAt: null } as const
    await tx.keys.create({ ...key, firm, label: `key-${mark}` })
    const claim = { principal: 'p', key: mark, fingerprint: 'f', expiresAt: '2027-01-01T00:00:00.000Z', firm }
    await tx.idempotency.claim(claim)
    await tx.idempotency.keep(claim, { status: 200, headers: {}, body: `response-${mark}` })
    const cell = { ruleSet: 'iso-44003', sector: 's', size: 's', quarter: '2026-Q4', scores: { p01: 2 } }
    await tx.benchmarks.contribute([{ relationship: id, firm, ...cell }])
    const before = `before-${mark}`
    await tx.audit.append({
      actor: 'key:1',
      action: 'firm.fill',
      target: `firm/${firm}`,
      before,
      after: { mark },
      firm,
    })
    return id
  })
}

async function exported({ store, tenant, firm }: Pick<Member, 'firm' | 'store' | 'tenant'>): Promise<ExportRow[]> {
  return store.read(tenant, async (tx) => {
    const rows: ExportRow[] = []
    for await (const row of tx.rights.exportFirm(firm)) rows.push(row)
    return rows
  })
}

/** Every file in which the engine keeps data, as it lies on the disk. */
async function filesOf(engine: Engine, url: string): Promise<readonly string[]> {
  if (engine === 'sqlite') {
    const folder = dirname(url.slice('sqlite:'.length))
    return readdirSync(folder).map((name) => join(folder, name))
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ oid: number }>('select oid from pg_database where datname = current_database()')
  await client.query('checkpoint')
  await client.end()
  const data = join((await runningPostgres()).folder, 'data')
  return [join(data, 'base', String(rows[0]!.oid)), join(data, 'pg_wal')].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  )
}

/** A server at work removes files of its own between two looks. */
function bytesOf(file: string): Buffer {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : Buffer.alloc(0)
}

async function hits(engine: Engine, { url }: Member, words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const file of await filesOf(engine, url)) {
    const bytes = bytesOf(file)
    for (const word of words) if (bytes.includes(word)) found.push(`${word} in ${file}`)
  }
  return found
}

describe.each(engines)('on %s', (engine) => {
  test('the export of a firm holds everything that was put in', async () => {
    const member = await newMember(engine)
    await fill(member, 'zebra')
    const rows = await exported(member)
    const kinds = rows.map(({ kind }) => kind)
    for (const kind of [
      'firm',
      'consent',
      'relationship',
      'result',
      'score',
      'benchmark-share',
      'link',
      'key',
      'audit-entry',
    ]) {
      expect(kinds).toContain(kind)
    }
    const text = JSON.stringify(rows)
    for (const word of ['name', 'contact', 'consent', 'note', 'result', 'link', 'key']) {
      expect(text).toContain(`${word}-zebra`)
    }
    await expect(exported({ ...member, firm: 'none' })).rejects.toMatchObject({ code: 'absent' })
  })

  test('what was written is nowhere in clear, and after an erase nothing of the firm is left', async () => {
    const member = await newMember(engine)
    const { store, tenant, firm } = member
    const neighbour = await store.write(tenant, (tx) => tx.firms.create({ name: 'Neighbour' }))
    await fill({ ...member, firm: neighbour.id }, 'heron')
    await fill(member, 'zebra')
    await store.write(tenant, (tx) => tx.audit.seal())
    const untouched = await exported({ ...member, firm: neighbour.id })
    // what every word of the firm ends with; the server's log may be large, and is read once for it
    const marks = ['-zebra']
    expect(await hits(engine, member, marks)).toEqual([])
    // what is not sealed is found, so the search can find
    expect(await hits(engine, member, ['firm.fill'])).not.toEqual([])
    const gone = await store.write(tenant, (tx) => tx.rights.eraseFirm(firm))
    expect(gone).toMatchObject({
      data_key: 1,
      firm: 1,
      relationship: 1,
      result: 1,
      score: 1,
      link: 1,
      mail: 1,
      api_key: 1,
    })
    expect(await hits(engine, member, marks)).toEqual([])
    await expect(exported(member)).rejects.toMatchObject({ code: 'absent' })
    await store.read(tenant, async (tx) => {
      expect(await tx.firms.get(firm)).toBeUndefined()
      expect(await tx.relationships.count(firm)).toBe(0)
      expect(await tx.audit.verify()).toMatchObject({ findings: [] })
      expect((await tx.audit.list({ limit: 5, firm })).items).toHaveLength(1)
      const cells = await tx.benchmarks.cells({ ruleSet: 'iso-44003', quarter: '2026-Q4' })
      expect(cells).toMatchObject([{ count: 1, sum: 2, firms: 1, largest: 1 }])
    })
    expect(await exported({ ...member, firm: neighbour.id })).toEqual(untouched)
    await expect(store.write(tenant, (tx) => tx.rights.eraseFirm(firm))).rejects.toMatchObject({ code: 'absent' })
    await expect(store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))).rejects.toMatchObject({
      code: 'absent',
    })
  }, 120_000)
})

test('on sqlite not even the ids of what was erased are left in the files, but for the audit trail', async () => {
  const member = await newMember('sqlite')
  const relationship = await fill(member, 'zebra')
  await member.store.checkpoint()
  expect(await hits('sqlite', member, [relationship])).not.toEqual([])
  await member.store.write(member.tenant, (tx) => tx.rights.eraseFirm(member.firm))
  expect(await hits('sqlite', member, [relationship])).toEqual([])
})

test.each(engines)('a backup of %s from after an erase holds nothing of it; one from before does', async (engine) => {
  const member = await newMember(engine)
  const relationship = await fill(member, 'zebra')
  const folder = newFolder()
  const bytes = async (name: string) => {
    await member.store.backup(join(folder, name))
    return unpackedBackup(engine, join(folder, name))
  }
  expect((await bytes('before')).includes(relationship)).toBe(true)
  await member.store.write(member.tenant, (tx) => tx.rights.eraseFirm(member.firm))
  expect((await bytes('after')).includes(relationship)).toBe(false)
})

test('on sqlite, an erasing whose bytes cannot go is not acknowledged, and holds up nobody after it', async () => {
  const { store, url, tenant, firm } = await newMember('sqlite')
  const { id } = await store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }))
  const other = new DatabaseSync(url.slice('sqlite:'.length), { readOnly: true })
  other.exec('begin; select count(*) from relationship')
  await expect(store.write(tenant, (tx) => tx.relationships.delete(id, 1))).rejects.toMatchObject({
    code: 'unavailable',
  })
  other.close()
  expect(await store.write(tenant, (tx) => tx.firms.update(firm, 1, { sector: 'joinery' }))).toBeDefined()
}, 30_000)
