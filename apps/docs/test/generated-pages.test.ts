import { expect, test } from 'vitest'
import { generatedPages } from '../src/generated-pages.ts'
import { textOf } from './repository.ts'

test.each(Object.keys(generatedPages))('%s is what `pnpm run docs` would write', (name) => {
  expect(textOf(`apps/docs/${name}`)).toBe(generatedPages[name]!())
})
