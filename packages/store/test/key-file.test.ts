import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeKeyFile } from '../src/seal/key-file.ts'
import { newFolder } from './stores.ts'

const folder = newFolder()

test('a new key has 32 bytes and belongs to its owner alone', () => {
  const file = join(folder, 'new.key')
  makeKeyFile(file)
  expect(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')).toHaveLength(32)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a key that is there stays, byte for byte', () => {
  const file = join(folder, 'old.key')
  writeFileSync(file, 'what was here before')
  makeKeyFile(file)
  expect(readFileSync(file, 'utf8')).toBe('what was here before')
})

test('where nothing can be written, it says so and leaves nothing', () => {
  expect(() => makeKeyFile(join(folder, 'no-such-folder', 'a.key'))).toThrow(/ENOENT/)
  expect(readdirSync(folder).toSorted()).toEqual(['new.key', 'old.key'])
})
