import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pages, textOf, urlOf } from './repository.ts'

const isElsewhere = (target: string) => /^[a-z]+:/.test(target) || target.startsWith('#')

test.each(pages())('every relative link of %s leads somewhere', (page) => {
  const targets = Array.from(textOf(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target!)
  const broken = targets
    .filter((target) => !isElsewhere(target))
    .filter((target) => !existsSync(new URL(target.split('#')[0]!, urlOf(page))))
  expect(broken).toEqual([])
})
