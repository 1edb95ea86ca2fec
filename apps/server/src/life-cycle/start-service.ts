import { setTimeout as sleep } from 'node:timers/promises'
import { createApi, peerAddress, runCampaignWorker, type CampaignWorker } from '@joinery/api'
import type { RuleSet } from '@joinery/core'
import type { Store } from '@joinery/store'
import type { Hono } from 'hono'
import type { Configuration } from '../configuration/configuration.ts'
import { readSecrets, type Secrets } from '../configuration/master-key.ts'
import type { Log } from '../log/create-log.ts'
import { addHomePage } from '../pages/home-page.ts'
import { addServicePages, readBuiltFiles, type BuiltFiles } from '../pages/service-pages.ts'
import { choresOf, sealAudit } from './chores.ts'
import { keepShipped } from './keep-shipped.ts'
import { loadPlugins } from './plugins.ts'
import { forwardedAddress } from './forwarded-address.ts'
import { listen, type Listener } from './listen.ts'
import { openMigratedStore, prepareFolders } from './open-store.ts'
import { repeat, type Repetition } from './repeat.ts'

export interface RunningService {
  /** `http://127.0.0.1:4400` */
  readonly address: string
  readonly store: Store
  /** Ends in the right order: no new connections, answers what came, ends the background work, closes the store. */
  readonly stop: () => Promise<void>
}

export interface StartOptions {
  readonly configuration: Configuration
  readonly ruleSets: readonly RuleSet[]
  readonly log: Log
  /** The scripts for pages; as they were built unless given. */
  readonly built?: BuiltFiles | undefined
  /** Pages of its own, before the usual ones. */
  readonly addPages?: ((app: Hono, store: Store) => void) | undefined
  /** Done with the open store before anybody can connect: filling it with an example. */
  readonly prepare?: ((app: Hono, store: Store) => Promise<void>) | undefined
}

/** How long requests may take to end when the service stops. */
const drainMs = 10_000

/** Starts the service; it answers when this settles. What stands in the way is thrown as a ServerProblem. */
export async function startService(options: StartOptions): Promise<RunningService> {
  const { configuration, ruleSets, log, prepare } = options
  prepareFolders(configuration)
  const [secrets, sectors] = [
    readSecrets(configuration),
    await loadPlugins(configuration.plugins, configuration.providers),
  ]
  const store = await openMigratedStore(configuration, secrets)
  const mailer = await mailerOf(configuration, { store, log })
  try {
    const app = createApi({
      ...apiOptions(configuration),
      store,
      ruleSets,
      sectors,
      secret: secrets.apiSecret,
      mailer,
      log: log.request,
    })
    await addAllPages(app, store, options)
    await prepare?.(app, store)
    const listener = await listen(app, configuration)
    void mailer?.check()
    const background = [
      ...startBackground(options, { store, listener, secrets }),
      { stop: sectors.end },
      ...(mailer === undefined ? [] : [mailer]),
    ]
    const end = () => endService({ listener, background, store, log })
    let ended: Promise<void> | undefined
    return { address: listener.address, store, stop: () => (ended ??= end()) }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** What sends mails is loaded where a mail server was named: without it the service starts sooner. */
async function mailerOf({ mail }: Configuration, service: { readonly store: Store; readonly log: Log }) {
  if (mail === undefined) return undefined
  const { createMailer } = await import('../mail/create-mailer.ts')
  return createMailer(mail, service)
}

async function addAllPages(app: Hono, store: Store, options: StartOptions): Promise<void> {
  const { configuration, ruleSets, log, addPages, built = readBuiltFiles() } = options
  const { addressOf = peerAddress } = apiOptions(configuration)
  addPages?.(app, store)
  const failed = (error: unknown) => log.failure('error', 'a page failed', error)
  const kept = await keepShipped(store, { built, log, mostBytes: configuration.scriptBytes })
  addServicePages(app, { ruleSets, addressOf, failed, built, kept })
  addHomePage(app, ruleSets)
}

interface Ending {
  readonly listener: Listener
  readonly background: readonly Pick<Repetition, 'stop'>[]
  readonly store: Store
  readonly log: Log
}

async function endService({ listener, background, store, log }: Ending): Promise<void> {
  const cutOff = await listener.drain(drainMs)
  if (cutOff > 0) log.say('warn', 'requests were cut off: they took too long', { requests: cutOff })
  await Promise.all(background.map((one) => one.stop()))
  await sealWhatIsLeft(store, log)
  await store.checkpoint()
  await store.close()
}

/** How long the last seals may take; what is left then is sealed after the next start. */
const sealMs = 3_000

async function sealWhatIsLeft(store: Store, log: Log): Promise<void> {
  const until = performance.now() + sealMs
  await sealAudit(store, () => performance.now() > until).catch((error: unknown) =>
    log.failure('error', 'sealing the audit log at the end failed; it is done after the next start', error),
  )
}

/** Background work waits for a moment at which nobody waits for an answer; where there is none, it goes on after so long. */
const longestWaitMs = 3

/**
 * Background work also leaves out every other moment while members ask: whoever comes meets it half as often, and it still
 * scores eight thousand relationships a second.
 */
const restMs = 1

interface Running {
  readonly store: Store
  readonly listener: Listener
  readonly secrets: Secrets
}

/** Campaigns over many relationships, and what has to be done now and then. */
function startBackground(
  { configuration, ruleSets, log }: StartOptions,
  { store, listener, secrets }: Running,
): readonly (CampaignWorker | Repetition)[] {
  const giveWay = async () => {
    await listener.quiet(longestWaitMs)
    if (listener.isBusy()) await sleep(restMs)
  }
  const options = { secret: secrets.apiSecret, ruleSets, log: log.work, giveWay }
  const workers = Array.from({ length: configuration.workers }, () => runCampaignWorker(store, options))
  return [...workers, ...choresOf(store, configuration, log).map((chore) => repeat(chore, log))]
}

function apiOptions({ operatorKeys, oidc, origins, proxies, rates }: Configuration) {
  return {
    operatorKeys,
    origins,
    rates,
    ...(oidc === undefined ? {} : { oidc }),
    ...(proxies === 0 ? {} : { addressOf: forwardedAddress(proxies) }),
  }
}
