import { createHmac, hkdfSync } from 'node:crypto'
import { canonicalJson, derivedFrom, sharedView, type AssessOptions, type Relationship } from '@joinery/core'

type Evidence = NonNullable<Relationship['evidence']>[number]

interface Confirmed {
  readonly relationship: string
  readonly record: Relationship
}

interface Confirming extends Confirmed {
  /** The link through which the partner came. */
  readonly link: string
  readonly field: string
  readonly day: string
}

/** Knows which confirmations in a record the service saw the partner give. */
export interface Witness {
  /** The piece of evidence that says: the partner of this link confirmed what stands there now. */
  readonly attest: (confirming: Confirming) => Evidence
  /**
   * For core's `isWitnessed`. A confirmation holds for what the partner saw: when the firm changes it, or writes one
   * itself, it is the firm's own word, and lifts nothing.
   */
  readonly seen: (confirmed: Confirmed) => NonNullable<AssessOptions['isWitnessed']>
}

const prefix = 'joinery:confirmed/'

/**
 * A confirmation stands in the record as evidence, with a code that only this service can make, from the relationship, the
 * link, the field, the day and what could be seen there. So it goes wherever the record goes, and costs no look-up.
 */
export function createWitness(secret: Uint8Array): Witness {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'joinery confirmations', 32))
  const uriOf = ({ relationship, record, link, field, day }: Confirming): string => {
    // what is worked out from other fields says nothing without them
    const shown = canonicalJson(
      field === 'competences' ? ratedByPartner(record) : sharedView(record, [field, ...(derivedFrom[field] ?? [])]),
    )
    const code = createHmac('sha256', key)
      .update([relationship, link, field, day, shown].join('\0'))
      .digest('base64url')
    return `${prefix}${link}/${code}`
  }
  return {
    attest: (confirming) => ({
      factPath: confirming.field,
      kind: 'confirmation',
      uri: uriOf(confirming),
      providedBy: 'partner',
      observedAt: confirming.day,
      confirmedByPartnerAt: confirming.day,
      grade: 'E3',
    }),
    seen: (confirmed) => (entry) => {
      const { uri, factPath: field, confirmedByPartnerAt: day } = entry
      if (typeof uri !== 'string' || typeof field !== 'string' || typeof day !== 'string') return false
      const link = linkOf(uri)
      return link !== undefined && uri === uriOf({ ...confirmed, link, field, day })
    },
  }
}

/** The link that a confirmation of ours names, whether or not it is one. */
export function linkOf(uri: string): string | undefined {
  return uri.startsWith(prefix) ? uri.slice(prefix.length).split('/')[0] : undefined
}

/** Ratings are private, and the partner sees nothing of them but its own: its word is on those, as it gave them. */
function ratedByPartner({ competences = [] }: Relationship): Record<string, string | number>[] {
  return competences.flatMap(({ personRef = '', item = '', at = '', partner }) =>
    partner === undefined ? [] : [{ personRef, item, at, partner }],
  )
}
