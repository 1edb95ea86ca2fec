import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

test('both evaluators are compared on the own cases of a rule set and on random relationships', async () => {
  const words = ['check', '--cross-check', 'supplier-scorecard', '--random', '20', '--seed', '7']
  const { code, out, err } = await joinery(words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/\d+ cases and 20 random relationships \(seed 7\) on both evaluators: no differences\n$/)
})

test('without a seed, chance begins anywhere, and it is said where', async () => {
  const words = ['check', '--cross-check', 'supplier-scorecard', '--random', '1']
  const [first, second] = await Promise.all([joinery(words), joinery(words)])
  const seedOf = (out: string) => /\(seed (\d+)\)/.exec(out)?.[1]
  expect(seedOf(first.out)).toBeDefined()
  expect(seedOf(first.out)).not.toBe(seedOf(second.out))
})

test('an evaluator that differs ends in an exit code of its own, with what it takes to see it again', () => {
  const moduleAt = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href)
  const script = `import { createAssessor } from '@joinery/core'
    import { crossCheckAt } from ${moduleAt('../src/commands/cross-check.ts')}
    import { placeOf } from ${moduleAt('../src/input/rules.ts')}
    const subject = (ruleSet) => (relationship, options) => {
      const result = createAssessor(ruleSet).assess(relationship, options)
      return { ...result, headline: { ...result.headline, score: 5 } }
    }
    process.exitCode = await crossCheckAt(placeOf('example-association'), { seed: 30, random: 20, subject })`
  // where the imports of the command are found
  const cwd = join(import.meta.dirname, '..')
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd, encoding: 'utf8' })
  expect({ code: ran.status, err: ran.stderr }).toEqual({ code: 3, err: '' })
  const lines = ran.stdout.split('\n')
  expect(lines[0]).toMatch(/\.json: the evaluators differ at \/headline\/score$/)
  expect(lines.slice(1, 3)).toEqual([
    '  compiled:          5',
    expect.stringMatching(/^ {2}json-rules-engine: [\d.]+$/),
  ])
  expect(ran.stdout).toMatch(/random relationship 30 \(again: joinery check --cross-check .* --random 1 --seed 30\)/)
  expect(ran.stdout).toMatch(/ \d+ differences\n$/)
})

test('cases that cannot be read are told, and fail', async () => {
  const folder = folderWith({})
  const { cpSync, writeFileSync } = await import('node:fs')
  cpSync(join(import.meta.dirname, '../../../rules/supplier-scorecard'), join(folder, 'rules'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
  writeFileSync(join(folder, 'rules/cases/broken.json'), '{')
  const { code, out } = await joinery(['check', '--cross-check', './rules', '--random', '1'], { folder })
  expect(code).toBe(1)
  expect(out).toContain('rules/cases/broken.json:1:2')
})

test.each([
  [['--random', '5'], '--random and --seed belong to --cross-check'],
  [['--cross-check', '--random', 'many'], '--random: "many" is not a whole number from 0 to 1000000'],
  [['--cross-check', '--seed', '-1'], 'needs a value'],
])('%j is refused', async (words, message) => {
  const { code, out, err } = await joinery(['check', 'supplier-scorecard', ...words])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
})
