import { readSecrets } from '../configuration/master-key.ts'
import { readConfiguration, type ConfigurationSources } from '../configuration/read-configuration.ts'
import { prepareFolders } from '../life-cycle/open-store.ts'
import { loadRuleSets } from '../life-cycle/rule-sets.ts'
import { startService, type RunningService, type StartOptions } from '../life-cycle/start-service.ts'
import { createLog } from '../log/create-log.ts'

/** Starts the service inside a program that has pages of its own; who starts it also stops it. */
export async function startInProcess(
  sources: ConfigurationSources,
  more: Pick<StartOptions, 'addPages' | 'built' | 'prepare'> = {},
): Promise<RunningService> {
  const configuration = readConfiguration(sources)
  prepareFolders(configuration)
  const log = createLog({ level: configuration.logLevel, secret: readSecrets(configuration).apiSecret })
  return startService({ configuration, ruleSets: loadRuleSets(configuration.ruleSets), log, ...more })
}
