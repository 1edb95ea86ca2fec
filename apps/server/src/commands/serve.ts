import type { Configuration } from '../configuration/configuration.ts'
import { readSecrets } from '../configuration/master-key.ts'
import { readConfiguration, type ConfigurationSources } from '../configuration/read-configuration.ts'
import { prepareFolders } from '../life-cycle/open-store.ts'
import { loadRuleSets } from '../life-cycle/rule-sets.ts'
import { startService, type RunningService, type StartOptions } from '../life-cycle/start-service.ts'
import {
  collectYoungAlone,
  holdYoungGeneration,
  limitOldGeneration,
  limitYoungGeneration,
  sweepAlone,
} from '../life-cycle/heap.ts'
import { untilSignal } from '../life-cycle/until-signal.ts'
import { createLog, type Log } from '../log/create-log.ts'
import { exitCodes } from '../problem.ts'

/** Runs the service until it is told to stop. Throws a ServerProblem where it cannot start. */
export async function serve(sources: ConfigurationSources): Promise<number> {
  const configuration = readConfiguration(sources)
  return run({ configuration, ruleSets: loadRuleSets(configuration.ruleSets) }, ({ address, store }, log) =>
    log.say('info', 'ready', { address, engine: store.engine, ms: Math.round(process.uptime() * 1_000) }),
  )
}

/** Starts the service, says so, and ends it when the system or a person asks for it. */
export async function run(
  options: Omit<StartOptions, 'log'>,
  started: (service: RunningService, log: Log) => void,
): Promise<number> {
  // what is made here is for the eyes of its owner
  process.umask(0o077)
  collectYoungAlone()
  sweepAlone()
  holdYoungGeneration()
  limitOldGeneration()
  prepareFolders(options.configuration)
  const log = createLog({ level: options.configuration.logLevel, secret: logSecret(options.configuration) })
  endOnWhatNobodyCaught(log)
  // heard from the start: who is told that it is ready may end it in the same moment
  const signalled = untilSignal()
  const service = await startService({ ...options, log })
  limitYoungGeneration()
  started(service, log)
  log.flush()
  const signal = await signalled
  log.say('info', 'stopping', { signal })
  await service.stop()
  log.say('info', 'stopped')
  log.flush()
  return exitCodes.fine
}

function logSecret(configuration: Configuration): Uint8Array {
  return readSecrets(configuration).apiSecret
}

/** A mistake of ours: nobody knows the state of the process any more, so it ends, to be started anew. */
function endOnWhatNobodyCaught(log: Log): void {
  const end = (error: unknown): never => {
    log.failure('fatal', 'this should not have happened; the process ends', error)
    log.flush()
    process.exit(70)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
