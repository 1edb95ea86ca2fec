import type { SectorResult } from '@joinery/core'
import { expect, test } from 'vitest'
import { asOf, assess, assessor, readCase, ruleSet } from '../../test/baseline.ts'
import { renderReport } from '../index.ts'

const firstCustomer = readCase('first-customer')
const result = assess(firstCustomer)

const sector: SectorResult = {
  plugin: 'bakery',
  pluginVersion: null,
  title: 'Bakeries',
  headline: { ...result.headline, score: 0.5, potential: 2.5 },
  principles: [],
  clauses: [],
  rules: [
    {
      indicator: 'bakery.waste/1',
      clause: 'p07.trust',
      statement: 'Little is thrown away.',
      next: 'Bake less on Mondays.',
      outcome: 'unmet',
      reason: 'Too much is thrown away.',
    },
    {
      indicator: 'bakery.fresh/1',
      clause: 'p07.trust',
      statement: 'Bread is of today.',
      next: 'Bake today.',
      outcome: 'met',
      reason: 'In place.',
    },
  ],
  facts: [],
  sections: [
    {
      id: 'bakery/bread',
      title: 'Bread <b>of</b> today',
      blocks: [
        { is: 'text', text: 'Rye and *spelt*.' },
        { is: 'list', items: ['Forty loaves'] },
        { is: 'table', columns: ['Loaf', 'Left'], rows: [['Rye', '3']] },
      ],
    },
  ],
  errors: [],
  notices: [],
  faults: [{ contribution: 'bakery/till', message: 'failed: no till' }],
  fetched: [],
  provenance: result.provenance,
}

test.each(['table', 'markdown', 'html'] as const)('as %s, the sector stands beside the core score', (format) => {
  const options = { ruleSet, relationship: firstCustomer, paths: assessor.paths(firstCustomer, { asOf }), format }
  const report = renderReport({ ...result, sectors: [sector] }, options)
  const plain = report.replaceAll(/\s+/g, ' ')
  for (const words of [
    'Bakeries',
    'core and sector 0.5 – 2.5',
    'Little is thrown away.',
    'Bake less on Mondays.',
    'Forty loaves',
    'bakery/till',
  ])
    expect(plain).toContain(words)
  // what is in place needs no advice
  expect(plain).not.toContain('Bake today.')
  expect(renderReport(result, options)).not.toMatch(/your sector/i)
})

test('what a plugin writes is text, and never markup', () => {
  const report = renderReport(
    { ...result, sectors: [sector] },
    { ruleSet, relationship: firstCustomer, format: 'html' },
  )
  expect(report).toContain('Bread &#60;b&#62;of&#60;/b&#62; today')
})
