import type { Operation } from '../kernel/operation.ts'
import { audit } from './audit.ts'
import { benchmarks } from './benchmarks.ts'
import { consents } from './consents.ts'
import { firms } from './firms.ts'
import { impact } from './impact.ts'
import { keys } from './keys.ts'
import { links } from './links.ts'
import { publishing } from './publishing.ts'
import { publishingSettingsOperations } from './publishing-settings.ts'
import { relationships } from './relationships.ts'
import { rights } from './rights.ts'
import { rollouts } from './rollouts.ts'
import { drafts } from './rule-set-drafts.ts'
import { ruleSets } from './rule-sets.ts'
import { signingKeys } from './signing-keys.ts'
import { systemOperations } from './system.ts'
import { tenants } from './tenants.ts'

/** Every operation of the service: one line for each resource. */
export const operations: readonly Operation[] = systemOperations([
  ...tenants,
  ...firms,
  ...relationships,
  ...links,
  ...consents,
  ...keys,
  ...audit,
  ...rights,
  ...ruleSets,
  ...drafts,
  ...publishing,
  ...impact,
  ...rollouts,
  ...benchmarks,
  ...signingKeys,
  ...publishingSettingsOperations,
])
