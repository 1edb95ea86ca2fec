import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Store, TenantContext } from '../../src/index.ts'

export interface Trial {
  readonly acknowledged: number
  /** Acknowledged and not there. */
  readonly lost: number
  /** There in half, or twice. */
  readonly broken: number
}

interface Setup {
  readonly url: string
  readonly firm: string
  readonly tenant: string
  /** Milliseconds after the first acknowledged write. */
  readonly killAfter: number
  readonly open: () => Promise<Store>
}

/** Lets a program write, kills it without a warning, opens what it left and counts. */
export async function killTrial({ url, firm, tenant, killAfter, open }: Setup): Promise<Trial> {
  const acknowledged = await writeUntilKilled([url, tenant, firm], killAfter)
  const store = await open()
  const counted = await count(store, (await store.tenant(tenant))!, acknowledged)
  await store.close()
  return { acknowledged: acknowledged.length, ...counted }
}

function writeUntilKilled(args: readonly string[], killAfter: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('writer.ts', import.meta.url)), ...args])
    let out = ''
    let said = ''
    let timer: NodeJS.Timeout | undefined
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      if (signal === 'SIGKILL') resolve(out.split('\n').slice(0, -1))
      else reject(new Error(`The writer ended by itself:\n${said}`))
    })
  })
}

async function count(
  store: Store,
  tenant: TenantContext,
  acknowledged: readonly string[],
): Promise<Omit<Trial, 'acknowledged'>> {
  const stored = await idsOf((after) =>
    store.read(tenant, (tx) => tx.relationships.list({ limit: 500, ...(after === undefined ? {} : { after }) })),
  )
  const audited = (
    await idsOf((after) =>
      store.read(tenant, (tx) => tx.audit.list({ limit: 500, ...(after === undefined ? {} : { after }) })),
    )
  ).map(({ target }) => target)
  const there = new Set(stored.map(({ id }) => id))
  const trail = new Set(audited)
  const halves = [...there].filter((id) => !trail.has(id)).length + [...trail].filter((id) => !there.has(id)).length
  return {
    lost: acknowledged.filter((id) => !there.has(id)).length,
    broken: halves + (stored.length - there.size) + (audited.length - trail.size),
  }
}

type Place = { readonly at: string; readonly id: string } | undefined

async function idsOf<Item>(list: (after: Place) => Promise<{ items: readonly Item[]; next: Place }>): Promise<Item[]> {
  const all: Item[] = []
  for (let page = await list(undefined); ; page = await list(page.next)) {
    all.push(...page.items)
    if (page.next === undefined) return all
  }
}
