import type { Operation } from '../kernel/operation.ts'
import { audit } from './audit.ts'
import { consents } from './consents.ts'
import { firms } from './firms.ts'
import { keys } from './keys.ts'
import { links } from './links.ts'
import { relationships } from './relationships.ts'
import { rights } from './rights.ts'
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
])
