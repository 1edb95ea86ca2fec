import { createAssessor, parseRuleSet, type Relationship, type RuleSet } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { asOf, assess, assessor, readCase, ruleSet } from '../test/baseline.ts'
import { renderReport, type ReportFormat } from './index.ts'

const formats: readonly ReportFormat[] = ['table', 'markdown', 'csv', 'html']
const firstCustomer = readCase('first-customer')
const result = assess(firstCustomer)
const paths = assessor.paths(firstCustomer, { asOf })

const lines = (text: string) => text.replaceAll(/[>|`]/g, '').replaceAll(/\s+/g, ' ')

describe.each(formats)('as %s', (format) => {
  const report = renderReport(result, { ruleSet, relationship: firstCustomer, paths, format })

  test('it carries the notice of the rule set and says that it is self-assessed', () => {
    expect(lines(report)).toContain(ruleSet.document.notice)
    expect(report).toMatch(/self-assessed/i)
  })

  test('it never speaks of compliance or certificates', () => {
    expect(report).not.toMatch(/complian(t|ce)|certifi/i)
  })

  test('it names both firms and the day that was assessed', () => {
    expect(report).toContain('Hollis Joinery')
    expect(report).toContain('Larkfield Homes')
    expect(report).toMatch(/2026-11-23|23 November 2026/)
  })

  test('the same input gives the same text, and nothing of it is changed', () => {
    const before = JSON.stringify(result)
    expect(renderReport(result, { ruleSet, relationship: firstCustomer, paths, format })).toBe(report)
    expect(JSON.stringify(result)).toBe(before)
  })

  test('it does without names and paths', () => {
    expect(renderReport(result, { ruleSet, format })).toContain('5.7')
  })

  test('no control character of a record gets through', () => {
    const odd: Relationship = { org: { name: 'Hollis\u001B[31m\u0007 \u202EJoinery' } }
    const report = renderReport(assess(odd), { ruleSet, relationship: odd, format })
    for (const character of ['\u001B', '\u0007', '\u202E']) expect(report).not.toContain(character)
  })
})

const documents = formats.filter((format) => format !== 'csv')

describe.each(documents)('a rule set of another kind as %s', (format) => {
  const { profile: _profile, scopes: _scopes, lenses: _lenses, ...document } = ruleSet.document
  const scorecard = parseRuleSet({
    ...document,
    reference: withoutCitations(ruleSet.document.reference),
    method: { name: 'weighted-mean-v1' },
  })
  const report = renderReport(createAssessor(scorecard).assess({}, { asOf }), { ruleSet: scorecard, format })

  test('without numbers, target and partner it speaks of none', () => {
    expect(report).not.toMatch(/No\.|To target|Partner’s word/)
    expect(report).toContain('Trust and mutual benefit')
  })
})

/** The same principles and clauses, in no source. */
function withoutCitations(reference: RuleSet['document']['reference']) {
  const bare = <Node extends { citation?: string | undefined }>({ citation: _citation, ...node }: Node) => node
  const principles = reference.principles.map((principle) => ({
    ...bare(principle),
    clauses: principle.clauses.map(bare),
  }))
  return { ...reference, principles }
}

describe.each(documents)('as %s', (format) => {
  const render = (relationship: Relationship, scope?: string) =>
    renderReport(assess(relationship, scope), { ruleSet, relationship, format })

  test('an empty record has no level and is not called weak', () => {
    const report = render({})
    expect(report).toContain('Not enough known yet')
    expect(lines(report)).toContain('144 of 144 statements cannot be judged yet.')
    expect(report).not.toMatch(/weakest three/i)
  })

  test('what little is known of is not called level 0', () => {
    expect(render({})).not.toMatch(/0 Not started *\|/)
    expect(render({})).toContain('not known yet')
  })

  test('a scope shows the share reached instead of a level', () => {
    const report = render(firstCustomer, 'starter')
    expect(report).toMatch(/Starter/)
    expect(report).toMatch(/\d+ % reached/)
    expect(report).not.toMatch(/Level \d/)
  })

  test('100 % only where all that the scope asks is in place', () => {
    const answers = Object.fromEntries(ruleSet.indicators.map(({ id }) => [id, { value: 'yes' }]))
    expect(lines(render({ answers }, 'starter'))).toContain('100 % is in place')
    const almost = { ...answers, 'p12.own/1': { value: 'partly' } }
    expect(lines(render({ answers: almost }, 'starter'))).not.toContain('100 % is in place')
  })

  test('notices of the data are shown with their place', () => {
    const report = render(firstCustomer)
    expect(report).toContain('did you mean')
    expect(report.replaceAll('\\', '')).toContain('answers › p05.work/1')
  })

  test('failed rules are shown', () => {
    const failed = { ...result, errors: [{ indicator: 'p07.trust/1', message: 'a test could not be carried out' }] }
    expect(renderReport(failed, { ruleSet, format })).toContain('A rule failed')
  })

  test('texts of another version of the rule set are owned up to', () => {
    const older = { ...result, provenance: { ...result.provenance, hash: 'abc', version: '0.9.0' } }
    expect(renderReport(older, { ruleSet, format })).toContain('0.9.0')
    expect(renderReport(older, { ruleSet, format })).toContain('Assess again')
  })

  test('next steps come with their effort in words and the score after', () => {
    const report = lines(renderReport(result, { ruleSet, format }))
    expect(report).toContain('half an hour')
    expect(report).toMatch(/score after \d\.\d/)
  })
})
