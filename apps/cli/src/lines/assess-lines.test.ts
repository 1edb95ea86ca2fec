import { Buffer } from 'node:buffer'
import { loadRuleSet } from '@joinery/kit'
import { expect, test } from 'vitest'
import { placeOf } from '../input/rules.ts'
import { assessLines } from './assess-lines.ts'

const place = placeOf('supplier-scorecard')
const { ruleSet } = loadRuleSet(place)
const line = '{"org":{"name":"Harbour"}}\n'

/** Assesses lines on two workers, into a text. */
async function assessed(lines: string, hash: string) {
  const written: Uint8Array[] = []
  async function* chunks() {
    yield Buffer.from(lines)
  }
  const faulty = await assessLines([{ kind: 'lines', path: 'standard input', chunks: chunks() }], {
    ruleSet: ruleSet!,
    work: { place, hash, asOf: '2026-11-20', scope: undefined, fields: 'scores', inputHash: false, leavesErrors: true },
    workers: 2,
    isWished: true,
    output: {
      write: async (text) => void written.push(Buffer.from(text)),
      finish: async () => {},
      discard: async () => {},
    },
    progress: { advance: () => {}, clear: () => {} },
  })
  return { faulty, lines: Buffer.concat(written).toString().trimEnd().split('\n').length }
}

test('workers use the same rule set', async () => {
  expect(await assessed(line.repeat(1_000), ruleSet!.hash)).toEqual({ faulty: 0, lines: 1_000 })
})

test('a rule set that was changed meanwhile ends the run, instead of half of the results being by another one', async () => {
  await expect(assessed(line.repeat(1_000), 'another')).rejects.toThrow(
    'a worker thread stopped: the rule set was changed while it was being used',
  )
})
