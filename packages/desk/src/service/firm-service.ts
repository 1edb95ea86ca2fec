import { createClient, ProblemError, type Client } from '@joinery/api/client'
import { parseRuleSet, type Relationship, type Result, type RuleSet } from '@joinery/core'
import type { RuleSetData } from '@joinery/widgets/asking'
import { words } from '../words/speak.ts'

/** A relationship of the firm, as it was read. */
export interface Entry {
  readonly id: string
  readonly etag: string
  readonly record: Relationship
}

export interface Firm {
  readonly id: string
  readonly name: string
}

/** What the desk asks of the service, in the name of one firm. */
export interface FirmService {
  readonly firm: Firm
  readonly client: Client
  readonly list: () => Promise<readonly Entry[]>
  readonly read: (id: string) => Promise<Entry>
  readonly create: (record: Relationship) => Promise<Entry>
  /** Changes a record as it is now; where somebody else was faster, the change is made to what they left. */
  readonly save: (id: string, change: (record: Relationship) => Relationship) => Promise<Entry>
  readonly assess: (id: string) => Promise<Result>
  /** The rule set by which the firm is assessed: its questions, and the headings of the plan. */
  readonly ruleSet: () => Promise<RuleSetData>
  /** The same, read and checked: what is worked out from it. */
  readonly rules: () => Promise<RuleSet>
  /** A document of the service, to look at or to keep. */
  readonly download: (path: string) => Promise<Blob>
}

export const ruleSet = 'iso-44003'
const attempts = 4

export function createFirmService(key: string, firm: Firm): FirmService {
  const url = location.origin
  const client = createClient({ url, credential: key })
  const { read, save } = recordsOf(client)
  return {
    firm,
    client,
    read,
    save,
    list: async () => {
      const ids: string[] = []
      for await (const { id } of client.list('listRelationships', { firm: firm.id })) ids.push(id)
      return fewAtOnce(ids, read)
    },
    create: async (record) => {
      const { body, etag = '' } = await client.call('createRelationship', { firm: firm.id, body: { record } })
      return { id: body.id, etag, record: body.record }
    },
    assess: async (relationship) => (await client.call('assessRelationship', { relationship, ruleSet })).body,
    ...rulesFrom(client),
    download: async (path) => {
      const response = await fetch(new URL(path, url), { headers: { authorization: `Bearer ${key}` } })
      if (!response.ok) throw new Error(words().service.answered(response.status))
      return response.blob()
    },
  }
}

/** Reading and changing single records. */
function recordsOf(client: Client): Pick<FirmService, 'read' | 'save'> {
  const read = async (relationship: string): Promise<Entry> => {
    const { body, etag = '' } = await client.call('getRelationship', { relationship })
    return { id: relationship, etag, record: body.record }
  }
  const save: FirmService['save'] = async (id, change) => {
    for (let attempt = 1; ; attempt++) {
      const { record, etag } = await read(id)
      try {
        const body = { record: change(record) }
        const saved = await client.call('replaceRelationship', { relationship: id, body, ifMatch: etag })
        return { id, etag: saved.etag ?? '', record: saved.body.record }
      } catch (error) {
        const wasSlow = error instanceof ProblemError && error.status === 412
        if (!wasSlow || attempt >= attempts) throw error
      }
    }
  }
  return { read, save }
}

/** The client asks again only for what has changed, and what has not is not read again. */
function rulesFrom(client: Client): Pick<FirmService, 'ruleSet' | 'rules'> {
  let read: { readonly document: RuleSetData; readonly rules: RuleSet } | undefined
  const document = async () => (await client.call('getCurrentBundle', { ruleSet })).body as unknown as RuleSetData
  return {
    ruleSet: document,
    rules: async () => {
      const now = await document()
      if (read?.document !== now) read = { document: now, rules: parseRuleSet(now) }
      return read.rules
    },
  }
}

const lanes = 4

/** Some at a time: a firm with many partners must not ask for everything at once. */
export async function fewAtOnce<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const results: Out[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index] as In)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}
