import { record, type Association } from './association.ts'
import { connections, type Load, type LoadRequest } from './load.ts'

/** What members and their sites do all day. */
export async function loadsOf(address: string, { firm, relationships }: Association): Promise<readonly Load[]> {
  const authorization = `Bearer ${firm.key}`
  const get = (path: string, more = {}): LoadRequest => ({ method: 'GET', path, headers: { authorization, ...more } })
  const scorePath = (id: string) => `/v1/relationships/${id}/score?ruleSet=iso-44003`
  const known = async (path: string): Promise<LoadRequest> => {
    const answer = await fetch(`${address}${path}`, { headers: { authorization } })
    await answer.arrayBuffer()
    return get(path, { 'if-none-match': answer.headers.get('etag') ?? '' })
  }
  const save: LoadRequest = {
    method: 'POST',
    path: `/v1/firms/${firm.id}/relationships`,
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ record }),
  }
  const some = relationships.slice(0, 100)
  const scores = some.map((id) => get(scorePath(id)))
  const mixed = scores.flatMap((score, index) => (index % 9 === 8 ? [score, save] : [score]))
  return [
    {
      name: 'conditional read (304)',
      requests: [await Promise.all(some.map((id) => known(`/v1/relationships/${id}`)))],
    },
    {
      name: 'conditional read of a score (304)',
      requests: [await Promise.all(some.map((id) => known(scorePath(id))))],
    },
    { name: 'read of a score made lately', requests: [scores] },
    { name: 'read of a relationship', requests: [some.map((id) => get(`/v1/relationships/${id}`))] },
    ...scoringLoads(relationships, (id) => get(scorePath(id))),
    { name: 'durable write', requests: [[save]] },
    { name: '90 % reads of scores, 10 % writes', requests: [mixed] },
  ]
}

/**
 * More than the service remembers scores of, so that each answer is scored; half of all, whose records it remembers, and all,
 * whose records it does not.
 */
function scoringLoads(relationships: readonly string[], ask: (id: string) => LoadRequest): readonly Load[] {
  const half = relationships.slice(0, relationships.length / 2)
  return [
    { name: 'read with scoring, each anew', isWarm: true, requests: apart(half.map(ask)) },
    { name: 'read with scoring, each anew from the store', requests: apart(relationships.map(ask)) },
  ]
}

/** Each connection has its own. */
function apart(requests: readonly LoadRequest[]): readonly (readonly LoadRequest[])[] {
  const size = Math.floor(requests.length / connections)
  return Array.from({ length: connections }, (_, index) => requests.slice(index * size, (index + 1) * size))
}
