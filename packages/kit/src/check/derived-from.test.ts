import { modelField, modelFields } from '@joinery/core'
import { expect, test } from 'vitest'
import { derivedFrom } from './derived-from.ts'

/** Derived in the model, but always stated: nothing else in the record tells them. */
const alwaysStated = [
  'checks.overallChange',
  'comms.repliesOnTime',
  'processes.errorTrend',
  'rel.sharePointsSinceScored',
  'riskStats.realisedTrend',
]

test('every derived fact says what it is made from, in words of the model', () => {
  const derived = modelFields.filter((field) => field.derived).map(({ path }) => path)
  const told = [...derivedFrom.keys()].filter((path) => !path.startsWith('profile.'))
  expect([...told, ...alwaysStated].toSorted()).toEqual(derived.toSorted())
  expect([...derivedFrom.values()].flat().filter((path) => modelField(path) === undefined)).toEqual([])
})
