import { startProcess, type Env, type ServiceProcess } from './service-process.ts'
import { createCaller } from './caller.ts'
import { addMember, operator, relationshipsOf, type Member } from './world.ts'
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
  /** Whether everything is scored again all the while: then two threads write to the data. */
  readonly rollouts?: boolean
  readonly onTrial?: (trial: number, acknowledged: number) => void
}

/**
 * Kills the service again and again while clients write, starts it anew, and compares what it has in the end with what the
 * clients were told. Whatever was acknowledged must be there, once.
 */
export async function crashTrials({ env, trials, clients, rollouts = false, onTrial }: CrashOptions): Promise<Crashes> {
  const { key, env: operating } = operator()
  const first = await startProcess({ ...env, ...operating })
  const settings = { ...env, ...operating, PORT: new URL(first.address).port }
  const member = await addMember(first.address, key)
  const writers = startWriters({ address: () => first.address, member, clients })
  let service: ServiceProcess = first
  for (let trial = 1; trial <= trials; trial++) {
    if (rollouts) await untilScoring(service, member)
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

/** Until a thread is at it, chunk by chunk, each with a commit of its own. */
async function untilScoring(service: ServiceProcess, { association }: Member): Promise<void> {
  const { call, close } = createCaller()
  const path = '/v1/rule-sets/iso-44003/rollout'
  const chunks = () => service.written().split('chunk done').length
  const before = chunks()
  while (chunks() === before) {
    await call(service.address, { method: 'POST', path, key: association })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  for (let more = 0; more < 5; more++) await call(service.address, { method: 'POST', path, key: association })
  close()
}

/** Until so many more writes were acknowledged: each process must have done some work. */
async function untilMore(count: () => number, more: number): Promise<void> {
  const enough = count() + more
  while (count() < enough) await new Promise((resolve) => setTimeout(resolve, 5))
}
