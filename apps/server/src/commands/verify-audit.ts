import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backupSqlite, openStore, type AuditSeal, type AuditVerdict, type Store } from '@joinery/store'
import { eachTenant } from '../each-tenant.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { readSecrets } from '../configuration/master-key.ts'
import { readConfiguration, type ConfigurationSources } from '../configuration/read-configuration.ts'
import { storeProblem } from '../life-cycle/open-store.ts'

export interface VerifiedTenant {
  readonly name: string
  readonly slug: string
  readonly verdict: AuditVerdict
}

export interface VerifyOptions {
  /** Only the association with this short name. */
  readonly slug?: string | undefined
  /** A seal that was published earlier: a history rolled back behind it is found. */
  readonly known?: Pick<AuditSeal, 'number' | 'hash'> | undefined
}

/** Reads the audit log of every association and checks that nothing in it was changed, dropped, moved or added. */
export async function verifyAudit(sources: ConfigurationSources, options: VerifyOptions): Promise<VerifiedTenant[]> {
  const configuration = readConfiguration(sources)
  try {
    return await withCopy(configuration, (store) => verify(store, options))
  } catch (error) {
    throw storeProblem(error, configuration.database)
  }
}

async function verify(store: Store, { slug, known }: VerifyOptions): Promise<VerifiedTenant[]> {
  const verified: VerifiedTenant[] = []
  await eachTenant(store, async (context, tenant) => {
    if (slug !== undefined && tenant.slug !== slug) return
    const verdict = await store.read(context, (tx) => tx.audit.verify(known))
    verified.push({ name: tenant.name, slug: tenant.slug, verdict })
  })
  return verified
}

/** The service holds its SQLite file for itself, so what is read is a copy of this moment. */
async function withCopy<T>(configuration: Configuration, work: (store: Store) => Promise<T>): Promise<T> {
  const { database } = configuration
  const { masterKey } = readSecrets(configuration)
  if (database.kind === 'postgres') return withStore(await openStore(database.url, { masterKey }), work)
  const folder = await mkdtemp(join(tmpdir(), 'joinery-audit-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    await backupSqlite(database.file, copy)
    return await withStore(await openStore(`sqlite:${copy}`, { masterKey }), work)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function withStore<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
