import { cpSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listParts, sweepParts } from './bundle-parts.ts'
import { folderWith } from './new-folder.ts'

test('a bundle laid over an earlier one leaves none of its parts', () => {
  const before = folderWith({ 'desk.js': 'old', 'desk-de-AAAAAAAA.js': 'Hallo', 'desk-de-AAAAAAAA.js.map': '{}' })
  const now = folderWith({ 'desk.js': 'new', 'desk-de-BBBBBBBB.js': 'Guten Tag' })
  for (const folder of [before, now]) listParts(folder)
  cpSync(now, before, { recursive: true })
  expect(sweepParts(before)).toEqual(['desk-de-AAAAAAAA.js', 'desk-de-AAAAAAAA.js.map'])
  expect(readdirSync(before).toSorted()).toEqual(['desk-de-BBBBBBBB.js', 'desk.js', 'parts.json'])
  expect(sweepParts(before)).toEqual([])
})
