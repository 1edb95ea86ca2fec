import type { Visit } from './kept.ts'
import { ServiceProblem } from './line.ts'
import type { Remote, SyncParts } from './sync.ts'

/** Sends what is not there yet. A visit that has run out is followed by a new one, with everything that was written. */
export async function push(parts: SyncParts, remote: Remote): Promise<void> {
  const { pageLine, kept, keep } = parts
  try {
    await sendAll(parts, remote)
  } catch (error) {
    if (!isGone(error) || pageLine === undefined || kept().visit === undefined) throw error
    remote.forget()
    keep({ visit: undefined, base: {} })
    await sendAll(parts, remote)
  }
}

async function sendAll(parts: SyncParts, remote: Remote): Promise<void> {
  for (;;) {
    if (remote.relationship() === undefined) await beginVisit(parts)
    if (!remote.isRead() && (await remote.read())) parts.onMerged(remote.target())
    const patch = remote.pending()
    if (patch === undefined) return
    await remote.change(patch)
  }
}

async function beginVisit({ pageLine, kept, keep }: SyncParts): Promise<void> {
  if (pageLine === undefined) throw new ServiceProblem(401, 'there is neither a key nor a token')
  const once = kept().visitOnce ?? crypto.randomUUID()
  keep({ visitOnce: once })
  const { body } = await pageLine('POST', '/v1/visits', { body: {}, once })
  const { relationship, token } = body as Visit
  keep({ visit: { relationship, token }, visitOnce: undefined, base: {} })
}

function isGone(error: unknown): boolean {
  return error instanceof ServiceProblem && (error.status === 401 || error.status === 404)
}
