import { sectorOf, type Plugin } from '@joinery/core/plugin'
import { assessWith, runCases, type CasesRun, type RunCasesOptions } from '@joinery/kit'
import { pluginAt, searchFor } from '../input/plugins.ts'
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
    runs.push(await runCases(place, { ...searchFor(plugin), ...(await assessFor(engine, plugin)) }))
  }
  return runs
}

type Assess = Pick<RunCasesOptions, 'assess'>

async function assessFor(engine: (typeof engines)[number], plugin: Plugin | undefined): Promise<Assess> {
  if (engine === 'compiled') return plugin === undefined ? {} : { assess: assessWith(plugin) }
  const { createReferenceAssessor, assessSector } = await import('@joinery/core/reference')
  if (plugin === undefined) return { assess: (ruleSet) => createReferenceAssessor(ruleSet).assess }
  return {
    assess: (ruleSet) => async (relationship, options) =>
      (await assessSector(sectorOf(plugin, ruleSet), relationship, options)).result,
  }
}
