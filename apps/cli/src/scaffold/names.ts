import { createFaults } from '@joinery/core'
import { checkPlugin } from '@joinery/core/plugin'
import { bundledRuleSets } from '@joinery/kit'
import { UsageError } from '../exits.ts'

const mostLetters = 60

/** Refuses a name that the rule set, plugin or case could not be called; it becomes a part of ids that never change. */
export function expectName(kind: 'rule-set' | 'plugin' | 'case', name: string): void {
  const problem = name.length > mostLetters ? `has more than ${mostLetters} letters` : problemOf(kind, name)
  if (problem !== undefined) throw new UsageError(`the name "${name.slice(0, mostLetters)}" ${problem}`)
}

function problemOf(kind: 'rule-set' | 'plugin' | 'case', name: string): string | undefined {
  if (kind === 'plugin') return pluginProblem(name)
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    return 'should be lower-case words of letters and digits, joined by hyphens, for example my-trade'
  const isTaken = name === 'joinery' || bundledRuleSets.some((known) => known === name)
  return kind === 'rule-set' && isTaken ? 'is taken; choose one of your own' : undefined
}

/** What core has against the name of a plugin. */
function pluginProblem(name: string): string | undefined {
  const faults = createFaults()
  checkPlugin({ name }, faults)
  const fault = faults.list.find(({ path }) => path === '/name')
  return fault === undefined ? undefined : `cannot be used: ${fault.message}`
}

/** `my-trade` as people read it: My trade. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `my-trade` as facts are called: myTrade. */
export function wordOf(name: string): string {
  return name.replaceAll(/-(.)/g, (_hyphen, letter: string) => letter.toUpperCase())
}
