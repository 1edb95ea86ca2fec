import { expect, test } from 'vitest'
import { satisfies } from './version.ts'

test.each([
  { version: '1.2.3', range: '1.2.3', fits: true },
  { version: '1.2.4', range: '1.2.3', fits: false },
  { version: '1.9.0', range: '^1.2.0', fits: true },
  { version: '1.1.9', range: '^1.2.0', fits: false },
  { version: '2.0.0', range: '^1.2.0', fits: false },
  { version: '0.2.5', range: '^0.2.0', fits: true },
  { version: '0.3.0', range: '^0.2.0', fits: false },
  { version: '1.2.9', range: '~1.2.0', fits: true },
  { version: '1.3.0', range: '~1.2.0', fits: false },
  { version: '3.0.0', range: '>=1.2.0', fits: true },
  { version: '1.1.0', range: '>=1.2.0', fits: false },
  { version: '1.10.0', range: '^1.9.0', fits: true },
  { version: '1.2.3', range: ' ^1.0.0 ', fits: true },
  { version: '1.2.3', range: 'latest', fits: false },
  { version: '1.2.3', range: '1.x', fits: false },
  { version: '1.2.3', range: '', fits: false },
  { version: '1.2.3-beta.1', range: '1.2.3-beta.1', fits: true },
])('$version in "$range": $fits', ({ version, range, fits }) => {
  expect(satisfies(version, range)).toBe(fits)
})
