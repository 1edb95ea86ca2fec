import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { joinery, newFolder } from './joinery.ts'

const folder = newFolder()

describe('commands of the service say in plain words what is wrong', () => {
  test.each<readonly [words: readonly string[], code: number, message: string]>([
    [['serve', 'now'], 2, 'serve takes no files; settings come from the environment or --config'],
    [['serve', '--config', 'nowhere.env'], 2, 'this file of settings cannot be read (ENOENT)'],
    [['backup'], 2, 'say where to: joinery backup FILE-OR-FOLDER'],
    [['restore'], 2, 'say from where: joinery restore FILE'],
    [['restore', 'gone.backup'], 2, 'there is no such backup; give the path of its file'],
    [['audit'], 2, 'say what to do: joinery audit verify'],
    [['audit', 'verify', '--known', '1:ab', '--association', 'larkmoor'], 2, '"1:ab" is no seal'],
    [['audit', 'verify', '--known', `1:${'a'.repeat(64)}`], 2, 'name it with --association'],
  ])('joinery %j', async (words, code, message) => {
    const ran = await joinery(words, { folder, env: { JOINERY_DATA: folder } })
    expect(ran).toEqual({ code, out: '', err: expect.stringContaining(message) })
  })
})

test('operator-key prints a key and the hash to set', async () => {
  const { code, out } = await joinery(['operator-key'])
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^key: {2}op_\w+\nhash: [0-9a-f]{64}\n$/) })
})

test('compiled code is kept in the cache of the user, and nothing among the temporary files of all', async () => {
  const [everybodys, own] = [newFolder(), newFolder()]
  // this run's own place for it would come first
  const env = { TMPDIR: everybodys, XDG_CACHE_HOME: own, NODE_COMPILE_CACHE: undefined }
  await joinery(['operator-key'], { env })
  expect(readdirSync(everybodys)).toEqual([])
  expect(readdirSync(join(own, 'joinery'))).toHaveLength(1)
})
