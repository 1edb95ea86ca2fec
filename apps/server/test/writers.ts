import { createCaller, type Call } from './caller.ts'
import type { Member } from './world.ts'

/** What the clients saw: each relationship they meant to add, and the id that the service answered with. */
export interface History {
  readonly acknowledged: ReadonlyMap<string, string>
  /** Requests that failed where none may: neither refused at the door, nor answered. */
  readonly failures: readonly string[]
  /** Ids of requests whose new connection broke: it had waited at the door, unless the service knows the request. */
  readonly turnedAway: readonly string[]
}

export interface Writers {
  readonly acknowledged: () => number
  /** Lets every client end what it began. */
  readonly stop: () => Promise<History>
}

export interface WritersOptions {
  /** Where to send the next request: another process may be chosen after a failure. */
  readonly address: (attempt: number) => string
  readonly member: Member
  readonly clients: number
}

/**
 * Clients that add relationships without a pause, each with an idempotency key that it sends again until it is told that the
 * relationship is kept.
 */
export function startWriters({ address, member, clients }: WritersOptions): Writers {
  const acknowledged = new Map<string, string>()
  const failures: string[] = []
  const turnedAway: string[] = []
  let isOver = false
  const client = async (number: number): Promise<void> => {
    const { call, close } = createCaller()
    for (let count = 0; !isOver; count++) {
      const partner = `Partner ${number}-${count}`
      acknowledged.set(partner, await untilKept({ call, address, member, failures, turnedAway }, partner))
    }
    close()
  }
  const all = Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  return {
    acknowledged: () => acknowledged.size,
    stop: async () => {
      isOver = true
      await all
      return { acknowledged, failures, turnedAway }
    },
  }
}

interface Writing {
  readonly call: Call
  readonly address: WritersOptions['address']
  readonly member: Member
  readonly failures: string[]
  readonly turnedAway: string[]
}

async function untilKept(
  { call, address, member, failures, turnedAway }: Writing,
  partnerName: string,
): Promise<string> {
  const message = {
    method: 'POST',
    path: `/v1/firms/${member.firm}/relationships`,
    key: member.key,
    headers: { 'idempotency-key': partnerName.replaceAll(' ', '-') },
    body: { record: { rel: { partnerName } } },
  }
  for (let attempt = 0; ; attempt++) {
    const id = `${partnerName.replaceAll(' ', '-')}-${attempt}`
    try {
      const headers = { ...message.headers, 'x-request-id': id }
      const { status, body } = await call(address(attempt), { ...message, headers })
      if (status === 201) return (body as { id: string }).id
      failures.push(`${status} ${JSON.stringify(body)}`)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'ECONNREFUSED') (wasKept(error) ? failures : turnedAway).push(wasKept(error) ? String(code) : id)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function wasKept(error: unknown): boolean {
  return (error as { readonly onKeptConnection?: boolean }).onKeptConnection === true
}

/** What went wrong, compared with what the service has; nothing in all three is what must be. */
export function compare(
  { acknowledged }: Pick<History, 'acknowledged'>,
  kept: readonly { readonly id: string; readonly partnerName: string | null }[],
): { readonly lost: string[]; readonly doubled: string[]; readonly other: string[] } {
  const byPartner = Map.groupBy(kept, ({ partnerName }) => partnerName ?? '')
  const names = [...acknowledged.keys()]
  return {
    lost: names.filter((name) => !byPartner.has(name)),
    doubled: [...byPartner].filter(([, all]) => all.length > 1).map(([name]) => name),
    // the answer named one id, and the service has another
    other: names.filter((name) => byPartner.get(name)?.some(({ id }) => id !== acknowledged.get(name))),
  }
}
