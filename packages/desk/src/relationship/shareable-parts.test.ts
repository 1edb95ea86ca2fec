import { shareableFields } from '@joinery/core'
import { expect, test } from 'vitest'
import { shareableParts } from './shareable-parts.ts'

test('every part of a record that may be shared can be chosen, and no other', () => {
  // what both sides say of each other is shown by itself
  const shown = shareableFields.filter((field) => !/[.]|^(?:pulses|evidence)$/.test(field))
  expect(
    shareableParts()
      .map(({ field }) => field)
      .toSorted(),
  ).toEqual(shown.toSorted())
})
