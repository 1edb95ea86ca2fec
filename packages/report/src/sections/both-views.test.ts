import { perceptionGaps, principleGaps, withJointAction, type Relationship } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { asOf, assess, ruleSet } from '../../test/baseline.ts'
import { renderReport, type ReportFormat } from '../index.ts'

const answered = '2026-11-20'
const ratings = { reliability: 4, fairness: 3, capability: 3 }
const relationship: Relationship = {
  org: { name: 'Hollis Joinery', headcount: 1 },
  rel: { partnerName: 'Larkfield Homes' },
  people: [],
  pulses: [
    { side: 'us', at: answered, respondents: 1, ...ratings, openness: 5 },
    { side: 'partner', at: answered, respondents: 3, ...ratings, openness: 2 },
  ],
}

function reportOf(record: Relationship, format: ReportFormat = 'markdown', views = {}): string {
  const bothViews = { pulse: perceptionGaps(record), ...views }
  return renderReport(assess(record), { ruleSet, relationship: record, bothViews, format }).replaceAll(/\s+/g, ' ')
}

describe('both views in a report', () => {
  test.each(['markdown', 'html'] as const)('as %s: the gap, what it is, and that nothing is agreed yet', (format) => {
    const report = reportOf(relationship, format)
    expect(report).toContain('How both sides see it')
    expect(report).toMatch(/Tells early.*blind spot: we rate higher.*ours 5\.0, theirs 2\.0.*talk first about this/)
    expect(report).toContain('Nothing is agreed yet')
    expect(report).toContain('You are one person: whoever reads your answers knows that they are yours.')
  })

  test('an action with an owner on each side is named, with the day to look again', () => {
    const source = `Perception gap ${answered}: openness`
    const action = { owner: 'Ada', partnerOwner: 'Ben', recheckAt: '2027-05-20' }
    expect(reportOf(withJointAction(relationship, source, action))).toContain(
      'Agreed: Ada and Ben act on it; both look again on 20 May 2027',
    )
  })

  test('principles stand there too, where both sides answered statements', () => {
    const side = (value: string) => ({ at: answered, answers: { 'p01.plan/1': value, 'p01.plan/2': value } })
    const principles = principleGaps(ruleSet, { us: side('no'), partner: side('yes') })
    expect(reportOf(relationship, 'markdown', { principles })).toContain('hidden strength: they rate higher')
  })

  test.each<[string, Relationship]>([
    ['one side alone has answered', { ...relationship, pulses: relationship.pulses!.slice(0, 1) }],
    ['nobody has', {}],
  ])('it says nothing where %s', (_where, record) => {
    expect(reportOf(record)).not.toContain('How both sides see it')
  })

  test('a table of figures has no room for it', () => {
    expect(reportOf(relationship, 'csv')).not.toContain('blind spot')
    expect(reportOf(relationship, 'csv')).toContain(asOf.slice(0, 4))
  })
})
