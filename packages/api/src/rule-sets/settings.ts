import type { Tenant } from '@joinery/store'
import { limits } from '../limits.ts'

/** How an association publishes. */
export interface PublishingSettings {
  /** Whether a rule set may be published without a signature. */
  readonly signatures: 'required' | 'optional'
  /** Fewest firms behind any figure of others. */
  readonly leastFirms: number
}

/** The settings of an association, and what holds where it has said nothing. */
export function publishingSettings({ settings }: Pick<Tenant, 'settings'>): PublishingSettings {
  const leastFirms = Number(settings['leastFirms'] ?? limits.leastFirms)
  return {
    signatures: settings['signatures'] === 'optional' ? 'optional' : 'required',
    leastFirms: Number.isInteger(leastFirms) ? Math.max(limits.leastFirms, leastFirms) : limits.leastFirms,
  }
}
