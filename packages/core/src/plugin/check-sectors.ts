import type { Faults } from '../fault.ts'
import { checkExtension, type DeclaredSectors } from '../parse-extension.ts'
import { isPlainObject } from '../schema/shape-limits.ts'
import type { RuleSetDocument } from '../schema/rule-set.ts'
import type { Plugin } from './contract.ts'

/** Checks what a record says of sectors against what their plugins declare, for those who keep records and score none. */
export function createSectorCheck(
  plugins: readonly Pick<Plugin, 'name' | 'ruleSets'>[],
): (record: unknown, faults: Faults) => void {
  const declaring = plugins.filter(({ ruleSets = [] }) => ruleSets.length > 0)
  const documents = declaring.flatMap(({ ruleSets = [] }) => ruleSets) as readonly Partial<RuleSetDocument>[]
  const declared: DeclaredSectors = {
    closed: declaring.map(({ name }) => name),
    document: {
      facts: documents.flatMap(({ facts = [] }) => facts),
      instrument: { questions: documents.flatMap(({ instrument }) => instrument?.questions ?? []) },
    },
  }
  return (record, faults) => checkExtension(isPlainObject(record) ? record['ext'] : undefined, declared, faults)
}
