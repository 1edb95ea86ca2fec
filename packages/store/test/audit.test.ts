import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import type { AuditFinding, Engine } from '../src/index.ts'
import { engines, newMember, type Member } from './stores.ts'

/** Somebody who can write to the database, past the store. */
async function tamper({ store, url }: Member, engine: Engine, ...statements: readonly string[]): Promise<void> {
  if (engine === 'sqlite') {
    await store.checkpoint()
    const db = new DatabaseSync(url.slice('sqlite:'.length))
    for (const text of statements) db.exec(text)
    db.close()
    return
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const text of statements) await client.query(text)
  await client.end()
}

/** Three seals of four entries, and two entries not sealed yet. */
async function newTrail(engine: Engine): Promise<Member & { readonly ids: readonly string[] }> {
  const member = await newMember(engine)
  const { store, tenant, firm } = member
  const ids: string[] = []
  for (let index = 0; index < 14; index++) {
    const entry = { actor: 'key:1', action: 'relationship.update', target: `relationship/${index}`, firm }
    ids.push((await store.write(tenant, (tx) => tx.audit.append({ ...entry, before: { index }, after: 'x' }))).id)
    if (index % 4 === 3) await store.write(tenant, (tx) => tx.audit.seal())
  }
  return { ...member, ids }
}

const copied = `tenant, bucket, '00000000-copy', at, actor, action, target, before_hash, after_hash, request_id, firm, mac, seal`

type Attack = (ids: readonly string[]) => readonly string[]
const attacks: readonly (readonly [string, Attack, AuditFinding['code']])[] = [
  ['a changed action', ([id]) => [`update audit set action = 'nothing' where id = '${id}'`], 'changed'],
  ['a changed hash', (ids) => [`update audit set after_hash = 'x' where id = '${ids[5]}'`], 'changed'],
  [
    'another actor on an entry not sealed yet',
    (ids) => [`update audit set actor = 'key:2' where id = '${ids[13]}'`],
    'changed',
  ],
  ['a dropped entry', (ids) => [`delete from audit where id = '${ids[6]}'`], 'missing'],
  ['a copied entry', (ids) => [`insert into audit select ${copied} from audit where id = '${ids[2]}'`], 'changed'],
  [
    'two targets swapped',
    (ids) => [
      `update audit set target = 'relationship/1' where id = '${ids[0]}'`,
      `update audit set target = 'relationship/0' where id = '${ids[1]}'`,
    ],
    'changed',
  ],
  [
    'two entries swapped between seals',
    (ids) => [`update audit set seal = 2 where id = '${ids[0]}'`, `update audit set seal = 1 where id = '${ids[5]}'`],
    'moved',
  ],
  ['an entry taken out of its seal', (ids) => [`update audit set seal = null where id = '${ids[0]}'`], 'missing'],
  ['an entry put into a seal', (ids) => [`update audit set seal = 1 where id = '${ids[13]}'`], 'extra'],
  ['a dropped seal', () => ['delete from audit_seal where number = 2'], 'missing'],
  [
    'a seal made anew over what is left',
    (ids) => [`delete from audit where id = '${ids[6]}'`, 'update audit_seal set entries = 3 where number = 2'],
    'forged-seal',
  ],
  [
    'a chain made anew',
    () => [
      `update audit_seal set hash = 'x' where number = 1`,
      `update audit_seal set previous = 'x' where number = 2`,
    ],
    'forged-seal',
  ],
]

describe.each(engines)('on %s', (engine) => {
  test('a trail that nobody touched holds, and tells nothing of what was changed', async () => {
    const { store, tenant } = await newTrail(engine)
    const verdict = await store.read(tenant, (tx) => tx.audit.verify())
    expect(verdict).toMatchObject({ entries: 14, sealed: 12, head: { number: 3 }, findings: [] })
    const [first] = (await store.read(tenant, (tx) => tx.audit.list({ limit: 1 }))).items
    expect(first).toMatchObject({
      target: 'relationship/13',
      seal: null,
      afterHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
    })
    expect(await store.read(tenant, (tx) => tx.audit.seals({ limit: 10 }))).toMatchObject([
      { number: 1, entries: 4 },
      { number: 2, entries: 4 },
      { number: 3, entries: 4 },
    ])
    const { items } = await store.read(tenant, (tx) => tx.audit.list({ limit: 5, target: 'relationship/3' }))
    expect(items).toHaveLength(1)
  })

  test('every way to tamper with it is found', async () => {
    for (const [what, attack, code] of attacks) {
      const trail = await newTrail(engine)
      await tamper(trail, engine, ...attack(trail.ids))
      const { findings } = await trail.store.read(trail.tenant, (tx) => tx.audit.verify())
      expect(
        findings.map((finding) => finding.code),
        what,
      ).toContain(code)
    }
  })

  test('a trail rolled back behind a published seal is found', async () => {
    const trail = await newTrail(engine)
    const { head } = await trail.store.read(trail.tenant, (tx) => tx.audit.verify())
    await tamper(
      trail,
      engine,
      'delete from audit where seal = 3 or seal is null',
      'delete from audit_seal where number = 3',
    )
    const blind = await trail.store.read(trail.tenant, (tx) => tx.audit.verify())
    expect(blind.findings).toEqual([])
    const { findings } = await trail.store.read(trail.tenant, (tx) => tx.audit.verify(head!))
    expect(findings).toMatchObject([{ code: 'rolled-back', seal: 3 }])
  })

  test('sealers at once seal every entry once', async () => {
    const { store, tenant } = await newTrail(engine)
    await Promise.allSettled(Array.from({ length: 5 }, () => store.write(tenant, (tx) => tx.audit.seal())))
    const verdict = await store.read(tenant, (tx) => tx.audit.verify())
    expect(verdict).toMatchObject({ entries: 14, sealed: 14, findings: [] })
    expect(await store.write(tenant, (tx) => tx.audit.seal())).toBeUndefined()
  })
})
