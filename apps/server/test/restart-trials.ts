import { startProcess, type Env, type ServiceProcess } from './service-process.ts'
import { addMember, operator, relationshipsOf } from './world.ts'
import { compare, startWriters } from './writers.ts'

export interface Restarts {
  readonly restarts: number
  readonly acknowledged: number
  /** Requests that were let in, and then cut off or answered with an error. */
  readonly failures: readonly string[]
  readonly exitCodes: readonly (number | null)[]
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
}

export interface RestartOptions {
  readonly env: Env
  readonly restarts: number
  readonly clients: number
  readonly onRestart?: (restart: number, acknowledged: number) => void
}

/** Asks the service to end, again and again, while clients write: each request that it had let in must be answered. */
export async function restartTrials({ env, restarts, clients, onRestart }: RestartOptions): Promise<Restarts> {
  const { key, env: operating } = operator()
  const first = await startProcess({ ...env, ...operating })
  const settings = { ...env, ...operating, PORT: new URL(first.address).port }
  const member = await addMember(first.address, key)
  const writers = startWriters({ address: () => first.address, member, clients })
  const exitCodes: (number | null)[] = []
  let service: ServiceProcess = first
  const logs: string[] = []
  for (let restart = 1; restart <= restarts; restart++) {
    const enough = writers.acknowledged() + clients
    while (writers.acknowledged() < enough) await new Promise((resolve) => setTimeout(resolve, 5))
    exitCodes.push(await service.stop())
    logs.push(service.written())
    service = await startProcess(settings)
    onRestart?.(restart, writers.acknowledged())
  }
  const { acknowledged, failures, turnedAway } = await writers.stop()
  const kept = await relationshipsOf(service.address, member)
  exitCodes.push(await service.stop())
  logs.push(service.written())
  const { lost, doubled } = compare({ acknowledged }, kept)
  return {
    restarts,
    acknowledged: acknowledged.size,
    failures: [...failures, ...knownBy(logs, turnedAway)],
    exitCodes,
    lost,
    doubled,
  }
}

/** Those of the requests that the service had let in: it has a line about each. */
function knownBy(logs: readonly string[], requests: readonly string[]): string[] {
  return requests.filter((id) => logs.some((log) => log.includes(`"requestId":"${id}"`)))
}
