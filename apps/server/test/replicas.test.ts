import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { newDatabase } from '../../../tools/test-database.ts'
import { startProcess } from './service-process.ts'
import { createCaller, expected } from './caller.ts'
import { addMember, operator, relationshipsOf, type Member } from './world.ts'
import { compare, startWriters } from './writers.ts'

test(
  'three processes share one PostgreSQL; one is killed under load with its worker: nothing is lost or doubled, and the others go on',
  { timeout: 180_000 },
  async () => {
    const { key, env } = operator()
    const shared = { ...env, DATABASE_URL: await newDatabase(), JOINERY_KEY: randomBytes(32).toString('base64') }
    const services = await Promise.all([startProcess(shared), startProcess(shared), startProcess(shared)])
    const member = await addMember(services[0]!.address, key)
    let next = 0
    // as a balancer would: each request to the next process, so a repetition goes to another one
    const writers = startWriters({ address: () => services[next++ % 3]!.address, member, clients: 8 })
    const until = async (count: number) => {
      while (writers.acknowledged() < count) await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await until(40)
    await services[1]!.kill()
    const atTheKill = writers.acknowledged()
    await until(atTheKill + 40)
    // the background work of the association goes on as well, in the two that are left
    const rollout = await rollOut(services[0]!.address, member)
    expect(rollout).toMatchObject({ status: 'done', chunks: { waiting: 0, running: 0, failed: 0 } })
    expect(rollout.relationships.done).toBeGreaterThanOrEqual(atTheKill)
    const { acknowledged, failures } = await writers.stop()
    const kept = await relationshipsOf(services[2]!.address, member)
    expect(await Promise.all([services[0]!.stop(), services[2]!.stop()])).toEqual([0, 0])
    expect(compare({ acknowledged }, kept)).toEqual({ lost: [], doubled: [], other: [] })
    // connections of the killed process broke; the two others refused nothing
    expect(failures.filter((failure) => /^\d/.test(failure))).toEqual([])
  },
)

interface Rollout {
  readonly status: string
  readonly relationships: { readonly total: number; readonly done: number }
  readonly chunks: Readonly<Record<'waiting' | 'running' | 'failed', number>>
}

/** Has all stored relationships of the association scored, and waits until that is done. */
async function rollOut(address: string, { association: key }: Member): Promise<Rollout> {
  const { call, close } = createCaller()
  const path = '/v1/rule-sets/iso-44003/rollout'
  let rollout = await expected<Rollout>(call(address, { method: 'POST', path, key }), 201)
  while (rollout.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    rollout = await expected<Rollout>(call(address, { path, key }), 200)
  }
  close()
  return rollout
}
