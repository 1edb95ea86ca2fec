import { runCases, type CasesRun } from '@joinery/kit'
import { pluginAt } from '../input/plugins.ts'
import { search } from '../input/search.ts'
import type { engines } from '../input/scorer.ts'

/** Runs the cases of rule sets and plugins, one after the other; undefined where a plugin is faulty, after its faults were said. */
export async function runAll(
  places: readonly string[],
  engine: (typeof engines)[number],
): Promise<CasesRun[] | undefined> {
  const runs: CasesRun[] = []
  for (const place of places) {
    const plugin = await pluginAt(place)
    if (plugin === 'faulty') return undefined
    runs.push(await runCases(place, { ...search(), plugin, engine }))
  }
  return runs
}
