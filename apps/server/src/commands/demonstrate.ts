import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { dataFolder } from '../configuration/configuration.ts'
import type { Hono } from 'hono'
import { readConfiguration, type ConfigurationSources } from '../configuration/read-configuration.ts'
import { createDemonstration } from '../demonstration/demonstrate.ts'
import { addDemonstrationPages } from '../demonstration/results-page.ts'
import type { DemonstrationKeys } from '../demonstration/fill.ts'
import { loadRuleSets } from '../life-cycle/rule-sets.ts'
import { run } from './serve.ts'

/** What stands beside the demonstration: a site of the association, say. */
export interface Beside {
  readonly addPages: (app: Hono, keys: () => DemonstrationKeys) => void
  /** Said before everything else, when it runs. */
  readonly welcome: (address: string) => string
}

/** Runs the service with an invented association in a folder of its own, and shows its results to everybody. */
export async function demonstrate(sources: ConfigurationSources, beside?: Beside): Promise<number> {
  const folder = demonstrationFolder(sources.env)
  const level = sources.env['JOINERY_LOG_LEVEL'] ?? 'warn'
  const told = readConfiguration({
    ...sources,
    env: { ...sources.env, DATABASE_URL: `sqlite:${join(folder, 'joinery.sqlite')}`, JOINERY_LOG_LEVEL: level },
  })
  const ruleSets = loadRuleSets(told.ruleSets)
  const demonstration = createDemonstration(folder, ruleSets[0]!)
  const configuration = { ...told, operatorKeys: [...told.operatorKeys, demonstration.operatorKeyHash] }
  return run(
    {
      configuration,
      ruleSets,
      addPages: (app, store) => {
        beside?.addPages(app, demonstration.keys)
        addDemonstrationPages(app, store, { ruleSet: ruleSets[0]!, badge: () => demonstration.keys().badge })
      },
      prepare: demonstration.prepare,
    },
    ({ address }) => stdout.write(`${beside?.welcome(address) ?? ''}${welcome(address, folder, demonstration.keys())}`),
  )
}

/** Beside the user's data; where that cannot be written, with the temporary files. */
function demonstrationFolder(env: ConfigurationSources['env']): string {
  const own = env['JOINERY_DATA'] ?? dataFolder(env)
  for (const folder of [join(own, 'demonstration'), join(tmpdir(), 'joinery-demonstration')]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return folder
    } catch {
      // the next one, or the message of the service where none can be written
    }
  }
  return join(own, 'demonstration')
}

function welcome(address: string, folder: string, { firm }: DemonstrationKeys): string {
  return `
Joinery runs, with an invented association and its members.

  See a result    ${address}/demonstration
  For your site   ${address}/builder
  The API         ${address}/docs
  As a firm       curl -H 'Authorization: Bearer ${firm}' ${address}/v1/whoami
  The data        ${folder}

Stop it with Ctrl-C. The next start shows the same data; remove the folder to begin anew.
`
}
