import type { Owned } from './owned.ts'

export interface CampaignRow extends Owned {
  id: string
  kind: string
  input: string
  status: string
  version: number
  created_at: string
  updated_at: string
}

export interface JobRow extends Owned {
  campaign: string
  chunk: number
  state: string
  from_id: string
  to_id: string
  size: number
  changed: number
  up: number
  down: number
  attempt: number
  token: string | null
  lease_until: string | null
  error: string | null
  queued_at: string
}

export interface CellRow extends Owned {
  rule_set: string
  quarter: string
  sector: string
  size: string
  principle: string
  count: number
  /** Ten-thousandths, so that adding and taking away leave no rounding behind. */
  sum: number
  squares: number
  [bin: `b${number}`]: number
}

export interface CellFirmRow extends Owned {
  rule_set: string
  quarter: string
  sector: string
  size: string
  principle: string
  firm: string
  count: number
}

export interface ShareRow extends Owned {
  rule_set: string
  quarter: string
  relationship: string
  firm: string
  sector: string
  size: string
  scores: string
}

export interface SnapshotRow extends Owned {
  id: string
  rule_set: string
  quarter: string
  body: string
  created_at: string
}
