import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Relationship, RuleSet } from '@joinery/core'
import type { Plugin } from '@joinery/core/plugin'
import { loadRuleSet, scoringOf } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { pluginAt, searchFor } from '../input/plugins.ts'
import { placeOf } from '../input/rules.ts'
import { today } from '../options.ts'
import { trying } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, say, shownPath } from '../terminal.ts'
import { expectName, titleOf } from './names.ts'

/** Nothing is known about a relationship at its beginning, so the case holds for every rule set. */
const given: Relationship = { org: { headcount: 7 } }

/** Writes a case that says what the rule set gives today; it passes at once, and stands to be filled. */
export async function newCase(name: string, folder: string): Promise<number> {
  expectName('case', name)
  const place = placeOf(folder)
  const plugin = await pluginAt(place)
  if (plugin === 'faulty') return exits.badInput
  const { ruleSet, faults } = loadRuleSet(place, searchFor(plugin))
  if (ruleSet === undefined) {
    say(faultLines(faults))
    return exits.badInput
  }
  const file = join(place, 'cases', `${name}.json`)
  const text = `${JSON.stringify(caseFor(name, ruleSet, plugin), undefined, 2)}\n`
  await trying(file, async () => {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
  }).catch((error: unknown) => {
    throw error instanceof UsageError && error.message.includes('there already')
      ? new UsageError(`${error.message}; choose another name`)
      : error
  })
  await print(`${shownPath(file)}\n\nNext: fill "given" with a record, say in "expect" what it should get, and run\n`)
  await print(`      joinery test ${shownPath(place)}\n`)
  return exits.fine
}

function caseFor(name: string, ruleSet: RuleSet, plugin: Plugin | undefined): object {
  const asOf = today()
  const { headline } = scoringOf(plugin).assessor(ruleSet).assess(given, { asOf })
  const { level, score, potential } = headline
  return {
    name: titleOf(name),
    description: 'Say here what is special about this relationship.',
    asOf,
    given,
    expect: { headline: { level, score, potential } },
  }
}
