import type { AssessOptions, Relationship, Result } from '@joinery/core'
import type { Service } from '../kernel/service.ts'
import type { Basis } from './basis.ts'

interface SectorWork {
  readonly record: Relationship
  readonly basis: Basis
  readonly options: AssessOptions
  readonly service: Pick<Service, 'sectors'>
}

/** A core result, finished already, with what the plugins say beside it. */
export async function withSectors(core: Result, { record, basis, options, service }: SectorWork): Promise<Result> {
  return { ...core, sectors: await service.sectors.assess(record, basis, options) }
}
