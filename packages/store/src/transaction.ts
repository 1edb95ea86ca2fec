import type { Tx } from './contract/store.ts'
import { createAudit } from './repositories/audit.ts'
import { createBenchmarks } from './repositories/benchmarks.ts'
import { createCampaigns } from './repositories/campaigns.ts'
import { createConsents } from './repositories/consents.ts'
import { createExchanges } from './repositories/exchanges.ts'
import { createFirms } from './repositories/firms.ts'
import { createIdempotency } from './repositories/idempotency.ts'
import { createKeys } from './repositories/keys.ts'
import { createLinks } from './repositories/links.ts'
import { createMails } from './repositories/mails.ts'
import { createRelationships } from './repositories/relationships.ts'
import { createResults } from './repositories/results.ts'
import { createRights } from './repositories/rights.ts'
import { createRuleSets } from './repositories/rule-sets.ts'
import { createScores } from './repositories/scores.ts'
import { createTenants } from './repositories/tenants.ts'
import { createVisits } from './repositories/visits.ts'
import type { Work } from './repositories/work.ts'

/** Most work needs two or three of them, so each is made when it is first asked for. */
export function createTx(work: Work): Tx {
  const tx = Object.create(lazy) as Making
  tx.tenant = work.tenant
  tx[held] = work
  return tx as unknown as Tx
}

const held = Symbol('work')

interface Making {
  tenant: Work['tenant']
  [held]: Work
  [made: symbol]: unknown
}

/** A record over the names of the contract: forgetting one does not compile. */
const makers: { readonly [Name in Exclude<keyof Tx, 'standsOn' | 'tenant'>]: (work: Work, tx: Tx) => Tx[Name] } = {
  tenants: createTenants,
  firms: createFirms,
  consents: createConsents,
  relationships: createRelationships,
  results: createResults,
  scores: createScores,
  ruleSets: createRuleSets,
  campaigns: createCampaigns,
  benchmarks: createBenchmarks,
  keys: createKeys,
  links: createLinks,
  mails: createMails,
  visits: createVisits,
  exchanges: createExchanges,
  idempotency: createIdempotency,
  audit: createAudit,
  rights: createRights,
}

const lazy = Object.defineProperties(
  {
    get standsOn(): Work['session'] extends { stamp(): infer Stamp } ? Stamp : never {
      return (this as unknown as Making)[held].session.stamp()
    },
  },
  Object.fromEntries(
    Object.entries(makers).map(([name, make]) => {
      const made = Symbol(name)
      const get = function (this: Making): unknown {
        return (this[made] ??= make(this[held], this as unknown as Tx))
      }
      return [name, { get }]
    }),
  ),
)
