import { expect, test } from 'vitest'
import { settingsPage } from '../src/settings.ts'
import { textOf } from './repository.ts'

test('the page of the settings is what `pnpm run docs` would write', () => {
  expect(textOf('apps/docs/settings.md')).toBe(settingsPage())
})
