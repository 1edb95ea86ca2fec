import { describe, expect, test } from 'vitest'
import { partnership } from './partnership.ts'
import { linkTo } from './partner-examples.ts'

const at = partnership()

const anyVersion = { 'if-match': '*' }
const say = (body: unknown, as = at.partner) => at.ask('POST', '/remarks', { as, body })
const confirm = (...fields: string[]) =>
  at.ask('POST', '/confirmations', { as: at.partner, body: { fields }, headers: anyVersion })
const invitation = async (as = at.partner) => (await at.ask('GET', '/invitation', { as })).body

describe('"not quite" of the partner', () => {
  test('reaches the firm, and is closed when it was dealt with', async () => {
    const { status, body } = await say({ field: 'rmp.owner', comment: 'Ben looks after it now.' })
    expect([status, body.state]).toEqual([201, 'open'])
    const list = async () => (await at.ask('GET', '/remarks')).body.items
    expect(await list()).toEqual([body])
    const closed = await at.ask('POST', `/remarks/${body.id}/close`)
    expect(closed.body).toEqual({ ...body, state: 'closed' })
    expect(await list()).toEqual([closed.body])
  })

  test.each([
    { confirmed: ['rmp', 'rel'], field: 'rmp', left: ['rel'] },
    { confirmed: ['rmp', 'rel'], field: 'rmp.owner', left: ['rel'] },
    { confirmed: ['rmp.owner', 'rel'], field: 'rmp', left: ['rel'] },
    { confirmed: ['rel'], field: 'rmp', left: ['rel'] },
  ])('takes back what it said before: $field after $confirmed', async ({ confirmed, field, left }) => {
    await confirm(...confirmed)
    await say({ field, comment: 'Not quite.' })
    expect((await invitation()).confirmed).toEqual(left)
  })

  test('is about what is shared, has a text, and not a long one', async () => {
    expect((await say({ field: 'risks', comment: 'x' })).body.errors[0].message).toContain('is not shared with you')
    expect((await say({ comment: '' })).status).toBe(422)
    expect((await say({ comment: 'é'.repeat(1_001) })).status).toBe(422)
    expect((await say({ comment: '𝕏'.repeat(1_000) })).status).toBe(201)
  })

  test('is no way to fill the store', async () => {
    for (let count = 0; count < 100; count++) expect((await say({ comment: `Remark ${count}` })).status).toBe(201)
    expect((await say({ comment: 'One more' })).body.code).toBe('conflict')
  })

  test('an invitation tells who asks and for what, and what was said by this link alone', async () => {
    await say({ comment: 'By another link' }, await linkTo(at.world, at.world.own))
    await say({ comment: 'Every month would be better' })
    const { remarks, ...told } = await invitation()
    expect(told).toEqual({
      from: 'Harbour Joinery',
      to: 'Ben Rowe',
      powers: ['confirm', 'pulse', 'statements', 'ratings', 'plan'],
      asked: null,
      ratedAt: null,
      fields: ['rmp', 'rel'],
      confirmed: [],
      expiresAt: '2027-01-01T00:00:00.000Z',
    })
    expect(remarks.map(({ comment }: { comment: string }) => comment)).toEqual(['Every month would be better'])
  })
})

describe('approving the plan', () => {
  const asked = (as: string) => at.ask('GET', '/plan/approval', { as })
  const approval = async (as = at.partner) => (await asked(as)).body
  const seen = async () => (await asked(at.partner)).headers.get('etag')!
  const approve = (version: string, as = at.partner) =>
    at.ask('POST', '/plan/approval', { as, headers: { 'if-match': version } })
  const evidence = async () => (await at.ask('GET', '')).body.record.evidence

  test('stands in the record as the partner’s own word, until the plan changes', async () => {
    const { version, holds } = await approval()
    expect(holds).toBe(false)
    expect((await approve(await seen())).body).toEqual({ version, approvedAt: '2026-11-24T10:00:00.000Z', holds: true })
    for (const as of [at.partner, at.firm]) expect(await approval(as)).toMatchObject({ version, holds: true })
    const { record } = (await at.ask('GET', '')).body
    expect(record.rmp.partnerApprovedAt).toBe('2026-11-24')
    expect(await evidence()).toMatchObject([{ factPath: 'rmp', providedBy: 'partner' }])
    expect((await invitation()).confirmed).toEqual(['rmp'])
    await at.change({ rmp: { owner: 'Somebody else' } })
    expect(await approval()).toMatchObject({ holds: false })
    expect((await invitation()).confirmed).toEqual([])
  })

  test.each([
    { what: 'another owner in the plan', body: { rmp: { owner: 'Somebody else' } }, status: 412 },
    { what: 'what was not shared', body: { risks: [{ title: 'One buyer', scope: 'own' }] }, status: 200 },
    { what: 'what stays private', body: { rel: { revenueShare: 0.7 } }, status: 200 },
  ])('after a change of $what: $status', async ({ body, status }) => {
    const version = await seen()
    await at.change(body)
    expect((await approve(version)).status).toBe(status)
  })

  test('is compared with what the partner saw: what has changed is told line by line, and nothing of what it never saw', async () => {
    const state = async () => (await at.ask('GET', '/plan/state?ruleSet=craft')).body
    const before = await state()
    expect(before).toMatchObject({ approvals: [], changes: null })
    await approve(await seen())
    const approved = { at: '2026-11-24T10:00:00.000Z', by: 'Ben Rowe', holds: true }
    expect(await state()).toMatchObject({ missing: before.missing, approvals: [approved], changes: [] })
    await at.change({ rmp: { nextReviewAt: '2027-03-01' }, risks: [{ title: 'A joint risk', scope: 'joint' }] })
    const after = await state()
    expect(after.approvals).toEqual([{ ...approved, holds: false }])
    expect(after.changes).toHaveLength(1)
    expect(JSON.stringify(after.changes)).toContain('1 March 2027')
    expect(JSON.stringify(after.changes)).not.toContain('A joint risk')
  })

  test('cannot be written by the firm itself', async () => {
    const uri = 'joinery:confirmed/0199c2a0-5f00-7abc-8def-ffffffffffff/AAAA'
    const entry = { factPath: 'rmp', confirmedByPartnerAt: '2026-11-24', providedBy: 'partner', uri }
    await at.change({ rmp: { partnerApprovedAt: '2026-11-24' }, evidence: [entry] })
    expect(await approval()).toMatchObject({ approvedAt: null, holds: false })
    const { body } = await at.ask('GET', '/assessment?ruleSet=craft')
    expect(body.confirmation).toBe('none')
  })

  test('needs a link that is for it and shows it', async () => {
    const version = await seen()
    const others = [
      { how: { powers: ['confirm'] }, status: 403 },
      { how: { powers: ['pulse'], fields: [] }, status: 403 },
      { how: { fields: ['rel'] }, status: 409 },
      { how: { fields: ['rmp.owner'] }, status: 409 },
    ]
    for (const { how, status } of others)
      expect((await approve(version, await linkTo(at.world, at.world.own, how))).status).toBe(status)
    expect((await approve('"another"')).status).toBe(412)
    expect((await approve('')).status).toBe(428)
  })
})

test('a link that shows nothing is for the pulse alone', async () => {
  const body = { label: 'Ben Rowe', fields: [], expiresAt: '2027-01-01T00:00:00.000Z' }
  const { status, body: said } = await at.ask('POST', '/links', { body })
  expect([status, said.errors[0].pointer]).toEqual([422, '/fields'])
})
