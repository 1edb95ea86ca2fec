import type ICAL from 'ical.js'
import type { Findings, IntakeContext } from '../intake.ts'
import { isSameFirm, likeness } from '../partner-match.ts'
import { evidenceFrom, together, type Proposal } from '../proposal.ts'
import { readIcal } from './read-ical.ts'

/** People of either side, from address cards. */
export function contactsFrom(text: string, { file, context }: { file: string; context: IntakeContext }): Findings {
  const read = readIcal(text, file)
  if ('fault' in read) return { faults: [read.fault] }
  const cards = read.roots
  const { record } = context
  const known = new Set((record.people ?? []).map(({ name = '' }) => name.trim().toLowerCase()))
  const people = cards.flatMap((card) => personOf(card, context) ?? [])
  const each = new Map(people.toReversed().map((person) => [person.name, person])).values()
  const fresh = [...each].toReversed().filter(({ name }) => !known.has(name.toLowerCase()))
  const strangers = cards.length - people.length
  const proposals = fresh.map((value): Proposal => ({
    id: `add people ${value.name}`,
    action: 'add',
    path: 'people',
    value,
    says: `${value.name}${value.role === undefined ? '' : `, ${value.role}`}: ${value.side === 'us' ? 'from our firm' : 'from the partner'}`,
    because: `a card of ${file}`,
    evidence: evidenceFrom(file, 'people', context.asOf),
  }))
  return {
    proposals: together(proposals, `${fresh.length} people of both firms (${file})`),
    notes: strangers === 0 ? [] : [`${strangers} of ${cards.length} cards are of neither firm, or have no name.`],
  }
}

interface Person {
  readonly side: 'us' | 'partner'
  readonly name: string
  readonly role?: string
}

function personOf(card: ICAL.Component, { record }: IntakeContext): Person | undefined {
  const value = (property: string) => {
    const found: unknown = card.getFirstPropertyValue(property)
    const parts = (Array.isArray(found) ? found : [found]).filter((part) => typeof part === 'string')
    return parts.join(' ').trim()
  }
  const [name, firm, role] = [value('fn'), value('org'), value('title') || value('role')]
  const side = sideOf(firm, record)
  return name === '' || side === undefined ? undefined : { side, name, ...(role === '' ? {} : { role }) }
}

function sideOf(firm: string, { org, rel }: IntakeContext['record']): Person['side'] | undefined {
  const [us, partner] = [org?.name ?? '', rel?.partnerName ?? '']
  if (isSameFirm(firm, partner)) return 'partner'
  if (isSameFirm(firm, us)) return 'us'
  if (likeness(firm, partner) > 0.5) return 'partner'
  return likeness(firm, us) > 0.5 ? 'us' : undefined
}
