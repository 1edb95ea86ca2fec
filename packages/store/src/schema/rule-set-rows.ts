import type { Owned } from './owned.ts'

export interface DraftRow extends Owned {
  id: string
  rule_set: string
  status: string
  document: string
  report: string | null
  digest: string | null
  version: number
  created_at: string
  updated_at: string
}

export interface BundleRow extends Owned {
  digest: string
  rule_set: string
  rule_set_version: string
  text: string
  created_at: string
}

export interface SignatureRow extends Owned {
  digest: string
  key_id: string
  jws: string
}

export interface PointerRow extends Owned {
  rule_set: string
  digest: string
  version: number
  moved_at: string
}

export interface MoveRow extends Owned {
  rule_set: string
  version: number
  from_digest: string | null
  to_digest: string
  reason: string
  by: string
  at: string
}

export interface SigningKeyRow extends Owned {
  key_id: string
  public_key: string
  valid_from: string
  valid_until: string | null
  revoked_at: string | null
}
