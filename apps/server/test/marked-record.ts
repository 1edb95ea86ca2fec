import { modelField, modelFields, type Relationship } from '@joinery/core'
import { unzipSync } from 'fflate'

/** A record with a mark in every private field that can hold one, and the marks by their fields: no partner may find one. */
export interface MarkedRecord {
  readonly record: Relationship
  readonly marks: ReadonlyMap<string, string>
}

export function markedRecord(): MarkedRecord {
  const marks = new Map<string, string>()
  const record: Record<string, unknown> = {}
  for (const [index, { path, type }] of modelFields.entries()) {
    const steps = path.split('.')
    const last = steps.pop()!
    let at = record
    for (const step of steps) at = (Array.isArray(at[step]) ? at[step][0] : at[step]) as Record<string, unknown>
    const value = { entity: {}, records: [{}] }[type as 'entity'] ?? valueFor(marks, { path, type, index })
    if (value !== undefined) at[last] = value
  }
  return { record: withSingleEntries(record, marks), marks }
}

/** Marks in entries that are private by what they say, not by their field. */
function withSingleEntries(record: Relationship, marks: Map<string, string>): Relationship {
  const own = { title: 'mark-own-risk-x', scope: 'own', response: 'mark-own-response-x' } as const
  marks.set('risks (own)', own.title).set('risks.response (own)', own.response)
  marks.set('answers.note', 'mark-note-x').set('evidence (private)', 'mark-evidence-x')
  return {
    ...record,
    risks: [own, { title: 'A shared risk', scope: 'joint' }],
    pulses: [
      { side: 'us', at: '2026-05-04', reliability: 1, openness: 1, fairness: 1, capability: 1, respondents: 9_876 },
    ],
    evidence: [{ factPath: 'exit', uri: 'mark-evidence-x' }],
    answers: { 'p01.plan/2': { value: 'yes', note: 'mark-note-x' } },
  }
}

interface Field {
  readonly path: string
  readonly type: string
  readonly index: number
}

/** A value for a field: of a private one, one that stands nowhere else, as far as its type allows that. */
function valueFor(marks: Map<string, string>, { path, type, index }: Field): unknown {
  const isPrivate = modelField(path)?.visibility === 'private'
  const mark = (text: string): string => {
    if (isPrivate) marks.set(path, text)
    return text
  }
  switch (type) {
    case 'text':
      return mark(isPrivate ? `mark-${path}-x` : `text of ${path}`)
    case 'texts':
      // lists of set words
      if (/covers|supportClauses/.test(path)) return undefined
      return [mark(isPrivate ? `mark-${path}-x` : `text of ${path}`)]
    case 'date':
      return isPrivate ? mark(`2031-01-${String(1 + (index % 28)).padStart(2, '0')}`) : '2026-05-04'
    case 'number':
      // in the range of ratings too
      return isPrivate ? Number(mark(`1.7654${String(index).padStart(3, '0')}1`)) : 2
    case 'yesNo':
      return true
    case 'choice':
      return path.startsWith('segment.') ? 'key' : undefined
    default:
      return undefined
  }
}

/** What a file says, unpacked where it is a packed one. */
export function textsOf(bytes: Uint8Array): string[] {
  const decode = (part: Uint8Array) => new TextDecoder().decode(part)
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(unzipSync(bytes)).map(decode) : [decode(bytes)]
}
