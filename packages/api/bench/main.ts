/** Requests in a second, against a bare Hono hello in the same process: `node packages/api/bench/main.ts [--seconds 3]`. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { load, type Target } from './load.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '3' }, rounds: { type: 'string', default: '3' } },
})
const server = fork(new URL('server.ts', import.meta.url))
const [place] = (await once(server, 'message')) as [
  Record<'hello' | 'service' | 'key' | 'association' | 'relationship' | 'firm', string>,
]
const authorization = `Bearer ${place.key}`
const relationship = `${place.service}/v1/relationships/${place.relationship}`

const cases: [name: string, target: Target, status: number][] = [
  ['bare Hono hello', { url: `${place.hello}/` }, 200],
  ['GET /livez', { url: `${place.service}/livez` }, 200],
  ['GET relationship, known (304)', { url: relationship, headers: { authorization, 'if-none-match': '"1"' } }, 304],
  ['GET relationship', { url: relationship, headers: { authorization } }, 200],
  [
    'GET score (scored on reading)',
    { url: `${relationship}/score?ruleSet=iso-44003`, headers: { authorization } },
    200,
  ],
  [
    'POST firm (durable write, audited)',
    {
      url: `${place.service}/v1/firms`,
      method: 'POST',
      headers: { authorization: `Bearer ${place.association}`, 'content-type': 'application/json' },
      body: '{"name":"Load"}',
    },
    201,
  ],
]

const best = new Map<string, Awaited<ReturnType<typeof load>>>()
for (let round = 0; round < Number(values.rounds); round++)
  for (const [name, target, status] of cases) {
    const result = await load(target, status, { seconds: Number(values.seconds) })
    if (result.perSecond > (best.get(name)?.perSecond ?? 0)) best.set(name, result)
  }
const hello = best.get('bare Hono hello')!.perSecond
for (const [name, { perSecond, p50, p99, wrong }] of best)
  process.stdout.write(
    `${name.padEnd(36)} ${perSecond.toFixed(0).padStart(7)}/s ${((perSecond / hello) * 100).toFixed(0).padStart(4)} %  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  wrong ${wrong}\n`,
  )
server.send('end')
