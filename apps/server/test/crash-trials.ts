import { startProcess, type Env, type ServiceProcess } from './service-process.ts'
import { addMember, operator, relationshipsOf } from './world.ts'
import { compare, startWriters } from './writers.ts'

export interface Crashes {
  readonly trials: number
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly other: readonly string[]
  /** Answers of the service that were neither the relationship nor a dead connection. */
  readonly refused: readonly string[]
}

export interface CrashOptions {
  /** Where the data are. */
  readonly env: Env
  readonly trials: number
  readonly clients: number
  readonly onTrial?: (trial: number, acknowledged: number) => void
}

/**
 * Kills the service again and again while clients write, starts it anew, and compares what it has in the end with what the
 * clients were told. Whatever was acknowledged must be there, once.
 */
export async function crashTrials({ env, trials, clients, onTrial }: CrashOptions): Promise<Crashes> {
  const { key, env: operating } = operator()
  const first = await startProcess({ ...env, ...operating })
  const settings = { ...env, ...operating, PORT: new URL(first.address).port }
  const member = await addMember(first.address, key)
  const writers = startWriters({ address: () => first.address, member, clients })
  let service: ServiceProcess = first
  for (let trial = 1; trial <= trials; trial++) {
    await untilMore(writers.acknowledged, clients)
    // somewhere in the middle of a write, a commit or an answer
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
    await service.kill()
    service = await startProcess(settings)
    onTrial?.(trial, writers.acknowledged())
  }
  const { acknowledged, failures } = await writers.stop()
  const kept = await relationshipsOf(service.address, member)
  await service.stop()
  const refused = failures.filter((failure) => /^\d/.test(failure))
  return { trials, acknowledged: acknowledged.size, ...compare({ acknowledged }, kept), refused }
}

/** Until so many more writes were acknowledged: each process must have done some work. */
async function untilMore(count: () => number, more: number): Promise<void> {
  const enough = count() + more
  while (count() < enough) await new Promise((resolve) => setTimeout(resolve, 5))
}
