import type { SavedAssessment } from '../session/answer-store.ts'
import { createDeviceStore } from '../session/device-store.ts'
import { cellOf, type Row } from './rows.ts'

/** The relationships that are kept on this device. */
export async function keptRows(): Promise<readonly Row[]> {
  const saved = await createDeviceStore().list()
  return saved.flatMap((one) => rowOfSaved(one) ?? [])
}

/** From the figures that an assessment keeps of its last result. */
function rowOfSaved({ name, record, earlier }: SavedAssessment): Row | undefined {
  const last = earlier.at(-1)
  if (last === undefined) return undefined
  const cells = last.principles.map(cellOf)
  // the name that an assessment has unless its page gives it one tells nobody anything
  const own = name === 'relationship' ? '' : name
  return { name: record.rel?.partnerName ?? own, day: last.asOf, cells }
}
