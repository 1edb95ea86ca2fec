import { join } from 'node:path'
import { createAssessor } from '@joinery/core'
import { loadRuleSet } from '@joinery/kit'
import { expect, test } from 'vitest'
import { createFormat } from '../i18n/format.ts'
import { weakestOf } from './weakest.ts'

const { ruleSet } = loadRuleSet(join(import.meta.dirname, '../../../../rules/iso-44003'))
const assessor = createAssessor(ruleSet!)
const starter = ruleSet!.document.scopes![0]!.indicators!
const format = createFormat('en')

function weakest(answers: Readonly<Record<string, { value: string }>>, scope: string) {
  const result = assessor.assess({ answers }, { asOf: '2026-11-23', scope })
  return weakestOf({ result, ruleSet: ruleSet!.document, format })
}

const all = Object.fromEntries(starter.map((id) => [id, { value: 'yes' }]))

test('in the starter what has all that is asked is not weak', () => {
  expect(weakest({ ...all, 'p04.sponsor/2': { value: 'no' }, 'p10.joint/1': { value: 'partly' } }, 'starter')).toEqual([
    'p04',
    'p10',
  ])
  expect(weakest(all, 'starter')).toEqual([])
})

test('in the full assessment it is what the result says', () => {
  const { headline } = assessor.assess({ answers: all }, { asOf: '2026-11-23' })
  expect(weakest(all, 'full')).toEqual(headline.weakest)
})
