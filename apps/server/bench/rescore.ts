import { setTimeout as sleep } from 'node:timers/promises'
import type { Association } from './association.ts'
import { probe, type Waits } from './probe.ts'

/** Scoring everything again, while members go on working. */
export interface Rescored {
  readonly relationships: number
  readonly seconds: number
  readonly idle: Waits
  readonly meanwhile: Waits
}

interface Rollout {
  readonly status: string
  readonly relationships: { readonly total: number; readonly done: number }
  readonly chunks: { readonly failed: number }
}

const path = '/v1/rule-sets/iso-44003/rollout'

/** Measures how long readers wait on an idle service, then the same while every stored score is made anew. */
export async function rescore(address: string, association: Association, idleSeconds: number): Promise<Rescored> {
  const { firm, key, relationships } = association
  const paths = relationships
    .slice(0, 500)
    .flatMap((id) => [`/v1/relationships/${id}`, `/v1/relationships/${id}/score?ruleSet=iso-44003`])
  const load = { address, key: firm.key, paths, perSecond: 200 }
  // once without counting: what is compiled on first use is not what is measured
  await probe(load, () => sleep(1_000, true))
  const idle = await probe(load, () => sleep(idleSeconds * 1_000, true))
  const startedAt = performance.now()
  await look(address, key, 'POST')
  let last: Rollout | undefined
  const meanwhile = await probe(load, async () => {
    do {
      await sleep(100)
      last = await look(address, key, 'GET')
    } while (last.status === 'running')
    return true
  })
  const seconds = Math.round(performance.now() - startedAt) / 1_000
  const { status, relationships: counts, chunks } = last!
  if (status !== 'done' || chunks.failed > 0 || counts.done !== counts.total)
    throw new Error(`the rollout ended as ${JSON.stringify(last)}`)
  return { relationships: counts.total, seconds, idle, meanwhile }
}

async function look(address: string, key: string, method: string): Promise<Rollout> {
  const answer = await fetch(`${address}${path}`, { method, headers: { authorization: `Bearer ${key}` } })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Rollout
}
