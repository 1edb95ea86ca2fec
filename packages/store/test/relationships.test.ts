import type { Result } from '@joinery/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompactScores, NewResult, NewScore, Position } from '../src/index.ts'
import { engines, handClock, newMember, type Member } from './stores.ts'

const figures = { score: 2, potential: 3, level: 2, coverage: 0.8, confidence: 0.5 }
const scores: CompactScores = { headline: figures, principles: { p01: figures } }

const newScore = (relationship: string, firm: string, change: Partial<NewScore> = {}): NewScore => ({
  relationship,
  firm,
  ruleSet: 'iso-44003',
  digest: 'd1',
  relationshipVersion: 1,
  asOf: '2026-11-20',
  scores,
  ...change,
})

const newResult = (relationship: string, change: Partial<NewResult> = {}): NewResult => ({
  relationship,
  ruleSet: 'iso-44003',
  ruleSetVersion: '1.0.0',
  digest: 'd1',
  asOf: '2026-11-20',
  scope: 'full',
  inputHash: 'h',
  engine: 'joinery 1',
  relationshipVersion: 1,
  scores,
  record: { answers: { 'p01.plan/2': { value: 'yes' } } },
  result: { headline: { weakest: ['p07'] }, nextSteps: [{ text: 'Name an owner' }] } as unknown as Result,
  ...change,
})

const create = ({ store, tenant, firm }: Member, partner?: string) =>
  store.write(tenant, (tx) =>
    tx.relationships.create({ firm, record: { answers: {} }, ...(partner === undefined ? {} : { partner }) }),
  )

describe.each(engines)('on %s', (engine) => {
  test('a record comes back as it went in, and its version counts its changes', async () => {
    const member = await newMember(engine)
    const { store, tenant } = member
    const first = await create(member)
    expect(first).toMatchObject({ version: 1, record: { answers: {} } })
    const record = JSON.parse('{"answers":{"__proto__":{"value":"yes"},"p01.plan/2":{"value":"no","note":"späť 木"}}}')
    const second = await store.write(tenant, (tx) => tx.relationships.update(first.id, 1, { record }))
    expect(second.version).toBe(2)
    expect(JSON.stringify((await store.read(tenant, (tx) => tx.relationships.get(first.id)))?.record)).toBe(
      JSON.stringify(record),
    )
    await expect(
      store.write(tenant, (tx) => tx.relationships.update(first.id, 1, { record: {} })),
    ).rejects.toMatchObject({ code: 'conflict', version: 2 })
    await expect(store.write(tenant, (tx) => tx.relationships.delete(first.id, 1))).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(store.write(tenant, (tx) => tx.relationships.delete('none', 1))).rejects.toMatchObject({
      code: 'absent',
    })
    await expect(
      store.write(tenant, (tx) => tx.relationships.create({ firm: 'none', record: {} })),
    ).rejects.toMatchObject({ code: 'absent' })
    await expect(
      store.write(tenant, (tx) => tx.relationships.create({ id: first.id, firm: member.firm, record: {} })),
    ).rejects.toMatchObject({ code: 'duplicate' })
  })

  test('of many who change the same version at once, one succeeds', async () => {
    const member = await newMember(engine)
    const { id } = await create(member)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () =>
        member.store.write(member.tenant, (tx) => tx.relationships.update(id, 1, { record: {} })),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await member.store.read(member.tenant, (tx) => tx.relationships.get(id))).toMatchObject({ version: 2 })
  })

  test('a partner is found by name, but for case and spaces, within the firm', async () => {
    const member = await newMember(engine)
    const { id } = await create(member, 'Castell & Rowe')
    const find = (partner: string, firm = member.firm) =>
      member.store.read(member.tenant, (tx) => tx.relationships.findByPartner(firm, partner))
    expect(await find('  castell &  ROWE ')).toMatchObject([{ id }])
    expect(await find('Castell')).toEqual([])
    expect(await find('Castell & Rowe', 'none')).toEqual([])
    await member.store.write(member.tenant, (tx) => tx.relationships.update(id, 1, { record: {} }))
    expect(await find('Castell & Rowe')).toHaveLength(1)
    await member.store.write(member.tenant, (tx) => tx.relationships.update(id, 2, { record: {}, partner: 'Rowe' }))
    expect(await find('Castell & Rowe')).toEqual([])
  })

  test('pages show every record that was there once, whatever is added or removed meanwhile', async () => {
    const clock = handClock()
    const member = await newMember(engine, { clock: clock.now })
    const { store, tenant, firm } = member
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, limit) => {
          const there = new Set<string>()
          for (const tick of steps) {
            if (tick) clock.pass(1)
            there.add((await create(member)).id)
          }
          const seen: string[] = []
          let after: Position | undefined
          do {
            const place = after
            const page = await store.read(tenant, (tx) =>
              tx.relationships.list({ firm, limit, ...(place === undefined ? {} : { after: place }) }),
            )
            seen.push(...page.items.map(({ id }) => id))
            after = page.next
            clock.pass(1)
            await create(member)
          } while (after !== undefined && seen.length < 200)
          expect(new Set(seen).size).toBe(seen.length)
          expect([...there].filter((id) => !seen.includes(id))).toEqual([])
          await store.write(tenant, async (tx) => {
            for (const { id } of (await tx.relationships.list({ limit: 500 })).items)
              await tx.relationships.delete(id, 1)
          })
        },
      ),
      { numRuns: 8 },
    )
    await expect(store.read(tenant, (tx) => tx.relationships.list({ limit: 0 }))).rejects.toMatchObject({
      code: 'bad-value',
    })
  })

  test('results are kept for ever, newest first, whole or in short', async () => {
    const clock = handClock()
    const member = await newMember(engine, { clock: clock.now })
    const { store, tenant } = member
    const { id } = await create(member)
    const ids: string[] = []
    for (const digest of ['d1', 'd2', 'd3']) {
      clock.pass(1000)
      ids.push((await store.write(tenant, (tx) => tx.results.add(newResult(id, { digest })))).id)
    }
    clock.pass(1000)
    await store.write(tenant, (tx) => tx.results.add(newResult(id, { ruleSet: 'other' })))
    const latest = await store.read(tenant, (tx) => tx.results.latest(id, 'iso-44003'))
    expect(latest).toMatchObject({
      id: ids[2],
      digest: 'd3',
      scores,
      result: { nextSteps: [{ text: 'Name an owner' }] },
    })
    expect(await store.read(tenant, (tx) => tx.results.get(ids[0]!))).toMatchObject({ digest: 'd1' })
    const page = await store.read(tenant, (tx) =>
      tx.results.history({ relationship: id, ruleSet: 'iso-44003', limit: 2 }),
    )
    expect(page.items.map(({ digest }) => digest)).toEqual(['d3', 'd2'])
    const rest = await store.read(tenant, (tx) =>
      tx.results.history({ relationship: id, ruleSet: 'iso-44003', limit: 2, after: page.next! }),
    )
    expect(rest).toMatchObject({ items: [{ digest: 'd1' }] })
    expect(rest.next).toBeUndefined()
    expect((await store.read(tenant, (tx) => tx.results.history({ relationship: id, limit: 9 }))).items).toHaveLength(4)
    await expect(store.write(tenant, (tx) => tx.results.add(newResult('none')))).rejects.toMatchObject({
      code: 'absent',
    })
  })

  test('scores that are put together each keep their own figures, whatever marks are in their names', async () => {
    const member = await newMember(engine)
    const { store, tenant, firm } = member
    const names = ['"', '\\', '\n', '\t', "'", '{}', ',', 'é', '\u2028']
    const given = await Promise.all(
      names.map(async (name, at) => {
        const principles = { [`${name}${at}`]: { ...figures, level: at }, [name]: figures }
        return newScore((await create(member)).id, firm, { scores: { headline: figures, principles } })
      }),
    )
    expect(await store.write(tenant, (tx) => tx.scores.put(given))).toBe(names.length)
    const kept = await store.read(tenant, (tx) => tx.scores.list({ ruleSet: 'iso-44003', limit: 20 }))
    const known = new Map(kept.items.map(({ relationship, scores: own }) => [relationship, own]))
    expect(given.map(({ relationship }) => known.get(relationship))).toEqual(given.map((one) => one.scores))
  })

  test.each(['', 'two\nlines'])('a score by the version "%s" is refused', async (digest) => {
    const member = await newMember(engine)
    const { store, tenant, firm } = member
    const { id } = await create(member)
    await expect(store.write(tenant, (tx) => tx.scores.put([newScore(id, firm, { digest })]))).rejects.toMatchObject({
      code: 'bad-value',
    })
  })

  test('current scores are put in bulk; what is older than its record, or without one, is left out', async () => {
    const member = await newMember(engine)
    const { store, tenant, firm } = member
    const [fresh, changed] = [await create(member), await create(member)]
    await store.write(tenant, (tx) => tx.relationships.update(changed.id, 1, { record: {} }))
    const taken = await store.write(tenant, (tx) =>
      tx.scores.put([newScore(fresh.id, firm), newScore(changed.id, firm), newScore('none', firm)]),
    )
    expect(taken).toBe(1)
    const later = newScore(fresh.id, firm, { digest: 'd2' })
    await store.write(tenant, (tx) => tx.scores.put([newScore(fresh.id, firm), later]))
    expect(await store.read(tenant, (tx) => tx.scores.get(fresh.id, 'iso-44003'))).toMatchObject(later)
    expect(await store.read(tenant, (tx) => tx.scores.get(changed.id, 'iso-44003'))).toBeUndefined()
    expect(await store.read(tenant, (tx) => tx.scores.freshness('iso-44003', 'd2'))).toEqual({ fresh: 1, stale: 0 })
    expect(await store.read(tenant, (tx) => tx.scores.freshness('iso-44003', 'd3'))).toEqual({ fresh: 0, stale: 1 })
    const many = await store.read(tenant, (tx) => tx.scores.getMany([fresh.id, changed.id], 'iso-44003'))
    expect([...many.keys()]).toEqual([fresh.id])
    const between = (from: string, to: string) =>
      store.read(tenant, async (tx) => [...(await tx.scores.between('iso-44003', { from, to })).keys()])
    expect(await between(fresh.id, changed.id)).toEqual([fresh.id])
    expect(await between(changed.id, changed.id)).toEqual([])
    expect(await store.read(tenant, (tx) => tx.scores.list({ ruleSet: 'iso-44003', limit: 3 }))).toMatchObject({
      items: [{ relationship: fresh.id, scores }],
    })
    const twice = [newScore(fresh.id, firm), newScore(fresh.id, firm, { relationshipVersion: 2 })]
    expect(await store.write(tenant, (tx) => tx.scores.put(twice))).toBe(1)
    expect(await store.write(tenant, (tx) => tx.scores.put([]))).toBe(0)
    const tooMany = Array.from({ length: 501 }, () => later)
    await expect(store.write(tenant, (tx) => tx.scores.put(tooMany))).rejects.toMatchObject({ code: 'too-large' })
  })

  test('with a relationship go its results, scores, links and benchmark shares', async () => {
    const member = await newMember(engine)
    const { store, tenant, firm } = member
    const { id } = await create(member)
    const label = { label: 'Site manager', sharedFields: ['plan'], expiresAt: '2027-01-01T00:00:00.000Z' }
    await store.write(tenant, async (tx) => {
      await tx.results.add(newResult(id))
      await tx.scores.put([newScore(id, firm)])
      await tx.links.create({ purpose: 'partner', relationship: id, hash: 'hash', ...label })
      const cell = { ruleSet: 'iso-44003', sector: 'construction', size: 'small', quarter: '2026-Q4' }
      await tx.benchmarks.contribute([{ relationship: id, firm, ...cell, scores: { p01: 2.5 } }])
    })
    await store.write(tenant, (tx) => tx.relationships.delete(id, 1))
    await store.read(tenant, async (tx) => {
      expect(await tx.relationships.count()).toBe(0)
      expect(await tx.results.latest(id, 'iso-44003')).toBeUndefined()
      expect(await tx.scores.get(id, 'iso-44003')).toBeUndefined()
      expect(await tx.links.list({ relationship: id, limit: 5 })).toMatchObject({ items: [] })
      expect(await tx.benchmarks.cells({ ruleSet: 'iso-44003', quarter: '2026-Q4' })).toEqual([])
    })
  })
})
