import type { Store } from '@joinery/store'
import type { Log } from '../log/create-log.ts'
import { createKeptFiles, shipmentOf, type KeptFiles } from '../pages/kept-files.ts'
import type { BuiltFiles } from '../pages/service-pages.ts'

interface Keeping {
  readonly built: BuiltFiles
  readonly log: Pick<Log, 'failure' | 'say'>
  readonly mostBytes: number
}

/**
 * Keeps what this version ships with the data, before anybody can be told its address, and gives what all versions shipped. A
 * service whose scripts cannot be kept answers all the same: it has its own with it.
 */
export async function keepShipped(store: Store, { built, log, mostBytes }: Keeping): Promise<KeptFiles> {
  const shipments = [...shipmentOf('widgets', built.widgets), ...shipmentOf('desk', built.desk)]
  try {
    const gone = await store.shipped.keep(shipments, mostBytes)
    for (const { family, version } of gone)
      log.say('warn', 'scripts of an old version were removed; JOINERY_SCRIPTS_MB would make room', { family, version })
  } catch (error) {
    log.failure(
      'error',
      'the scripts of this version could not be kept for later; it is tried again at the next start',
      error,
    )
  }
  return createKeptFiles(store.shipped)
}
