import * as z from 'zod'
import { originPattern } from '../access/origins.ts'
import { scopeNames } from '../access/scopes.ts'
import { limits } from '../limits.ts'
import { Id, Instant, text } from './common.ts'

const label = text('What the key is for, to tell it from others', { most: limits.label })
const KeyScope = z.enum(scopeNames)

export const Origin = z
  .string()
  .max(200)
  .regex(originPattern, 'must be an origin in lower case, such as "https://www.example.org", without a path')
  .meta({ description: 'Scheme, host and port of a site, as browsers send it' })

const kind = z.enum(['secret', 'publishable']).meta({
  description: 'secret: for servers, does what its scopes allow. publishable: for pages, does nothing harmful',
})
const scopes = z.array(KeyScope).max(scopeNames.length).meta({ description: 'What a secret key may do' })
const origins = z.array(Origin).max(limits.origins).meta({ description: 'Sites on which a publishable key works' })

export const Key = z
  .strictObject({
    id: Id,
    kind,
    hint: z.string().meta({ description: 'Beginning and end of the key, to recognise it by' }),
    label,
    scopes: z.array(z.string()),
    origins: z.array(z.string()),
    firm: Id.nullable().meta({ description: 'The firm it acts for; null for the association' }),
    expiresAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    lastUsedAt: Instant.nullable().meta({ description: 'To the hour' }),
    createdAt: Instant,
  })
  .meta({ id: 'Key', description: 'What is kept of a key: never the key itself' })

export const NewKey = z
  .strictObject({
    kind,
    label,
    scopes: scopes.optional(),
    origins: origins.optional(),
    firm: Id.optional().meta({ description: 'The firm it is to act for' }),
    expiresAt: Instant.optional(),
  })
  .meta({ id: 'NewKey', description: 'A key to be made' })

export const MadeKey = z
  .strictObject({ key: Key, secret: z.string().meta({ description: 'The key itself; it is shown this once' }) })
  .meta({ id: 'MadeKey', description: 'A new key' })

export const Rotation = z
  .strictObject({
    overlapHours: z
      .number()
      .min(0)
      .max(168)
      .meta({ description: 'How long the old key stays good beside the new one' }),
  })
  .meta({ id: 'Rotation' })
