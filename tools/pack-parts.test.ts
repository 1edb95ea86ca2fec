import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { folderWith } from './new-folder.ts'
import { packParts } from './pack-parts.ts'

test('each script of a bundle lies beside itself compressed, and nothing else does', () => {
  const folder = folderWith({ 'desk.js': 'ask(1)', 'desk.js.map': '{}', 'parts.json': '[]' })
  packParts(folder)
  expect(readdirSync(folder).toSorted()).toEqual(['desk.js', 'desk.js.br', 'desk.js.map', 'parts.json'])
  expect(brotliDecompressSync(readFileSync(join(folder, 'desk.js.br'))).toString()).toBe('ask(1)')
})
