import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, newFolder } from './new-folder.ts'

const made: Record<string, string> = { file: newFolder() }

describe('a folder', () => {
  made['describe'] = folderWith({ 'deep/down/note.txt': 'bread', 'plan.json': { owner: 'Ines' } })

  test('is there while its test runs, with its files', () => {
    made['test'] = newFolder()
    expect(Object.values(made).map((folder) => existsSync(folder))).toEqual([true, true, true])
    expect(readFileSync(join(made['describe']!, 'deep/down/note.txt'), 'utf8')).toBe('bread')
    expect(JSON.parse(readFileSync(join(made['describe']!, 'plan.json'), 'utf8'))).toEqual({ owner: 'Ines' })
  })

  test('is gone after its test; those of the file and of the group are still there', () => {
    expect(existsSync(made['test']!)).toBe(false)
    expect([existsSync(made['file']!), existsSync(made['describe']!)]).toEqual([true, true])
  })
})

test('a folder of a group is gone after it', () => {
  expect([existsSync(made['file']!), existsSync(made['describe']!)]).toEqual([true, false])
})

test('folders of tests stand in the folder of the run, which goes with it', () => {
  expect(tmpdir()).toMatch(/joinery-run-\d+-\w+$/)
  expect(dirname(made['file']!)).toBe(tmpdir())
})
