import type { Data } from '@joinery/core/plugin'

/** A try to follow a batch; every field may be missing, for a firm fills in its record bit by bit. */
interface TraceTest {
  readonly at?: string
  readonly product?: string
  readonly partnerLot?: boolean
  readonly hours?: number
}

interface Spec {
  readonly product?: string
  readonly agreedByUsAt?: string
  readonly agreedByPartnerAt?: string
  readonly versionInUse?: string
  readonly latestVersion?: string
}

interface Forecast {
  readonly sentAt?: string
  readonly weekFrom?: string
  readonly forecast?: number
  readonly ordered?: number
}

interface Payment {
  readonly ref?: string
  readonly perishable?: boolean
  readonly deliveredAt?: string
  readonly dueAt?: string
  readonly paidAt?: string
  readonly amount?: number
}

interface Cancellation {
  readonly ref?: string
  readonly cancelledBy?: string
  readonly cancelledAt?: string
  readonly deliveryAt?: string
}

interface TermChange {
  readonly what?: string
  readonly madeBy?: string
  readonly appliesFrom?: string
  readonly agreedAt?: string
}

export interface Complaint {
  readonly at?: string
  readonly product?: string
  readonly cause?: string
  readonly charged?: number
  readonly evidenceAt?: string
}

export interface ProductChange {
  readonly product?: string
  readonly what?: string
  readonly kind?: string
  readonly announcedAt?: string
  readonly firstDeliveryAt?: string
}

/** What a record says under `ext.food`, as far as code reads it. The rule set declares the same, and records are checked against it. */
export interface Food {
  readonly questionnaireSignedAt?: string
  readonly traceTests?: readonly TraceTest[]
  readonly specs?: readonly Spec[]
  readonly forecasts?: readonly Forecast[]
  readonly payments?: readonly Payment[]
  readonly cancellations?: readonly Cancellation[]
  readonly termChanges?: readonly TermChange[]
  readonly complaints?: readonly Complaint[]
  readonly productChanges?: readonly ProductChange[]
}

/** The sector part of a record that was checked; empty where there is none. */
export function foodOf(record: Data): Food {
  const { food } = (record['ext'] ?? {}) as { readonly food?: Food }
  return food ?? {}
}
