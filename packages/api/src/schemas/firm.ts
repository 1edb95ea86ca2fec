import * as z from 'zod'
import { limits } from '../limits.ts'
import { Id, Instant, text } from './common.ts'

const name = text('Name of the firm', { least: 1, most: limits.name })
const sector = text('Sector', { most: limits.label })
  .nullable()
  .meta({ description: 'Sector it works in; for benchmarks' })
const size = z.enum(['micro', 'small', 'medium', 'large']).nullable().meta({ description: 'Size; for benchmarks' })
const details = z
  .record(z.string().min(1).max(64), z.string().max(2_000))
  .meta({ description: 'Contacts and whatever else is kept of the firm' })

export const Firm = z
  .strictObject({ id: Id, name, sector, size, details, createdAt: Instant, updatedAt: Instant })
  .meta({ id: 'Firm', description: 'A member firm. It owns its relationships and answers' })

export const NewFirm = z
  .strictObject({ name, sector: sector.optional(), size: size.optional(), details: details.optional() })
  .meta({ id: 'NewFirm', description: 'A firm to be added' })

export const FirmChange = z
  .strictObject({
    name: name.optional(),
    sector: sector.optional(),
    size: size.optional(),
    details: details.optional(),
  })
  .meta({ id: 'FirmChange', description: 'What is to be changed; what is left out stays' })
