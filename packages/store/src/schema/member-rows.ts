import type { Owned } from './owned.ts'

export interface TenantRow extends Owned {
  slug: string
  name: string
  settings: string
  version: number
  key_generation: number
  created_at: string
}

export interface DataKeyRow extends Owned {
  /** Empty: the key of the tenant itself. */
  firm: string
  wrapped: Uint8Array
}

export interface FirmRow extends Owned {
  id: string
  payload: Uint8Array
  sector: string | null
  size: string | null
  version: number
  created_at: string
  updated_at: string
}

export interface ConsentRow extends Owned {
  id: string
  firm: string
  purpose: string
  given: number
  payload: Uint8Array
  at: string
}

export interface RelationshipRow extends Owned {
  id: string
  firm: string
  payload: Uint8Array
  partner_index: string | null
  version: number
  created_at: string
  updated_at: string
}

interface Origin extends Owned {
  relationship: string
  firm: string
  rule_set: string
  digest: string
  as_of: string
  relationship_version: number
  scores: string
}

export interface ResultRow extends Origin {
  id: string
  rule_set_version: string
  scope: string
  input_hash: string
  engine: string
  payload: Uint8Array
  created_at: string
}

export interface ScoreRow extends Origin {
  updated_at: string
}
