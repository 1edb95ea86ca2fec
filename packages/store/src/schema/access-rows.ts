import type { Owned } from './owned.ts'

export interface ApiKeyRow extends Owned {
  id: string
  kind: string
  hash: string
  hint: string
  payload: Uint8Array
  scopes: string
  origins: string
  firm: string | null
  expires_at: string | null
  revoked_at: string | null
  last_used_at: string | null
  created_at: string
}

export interface LinkRow extends Owned {
  id: string
  purpose: string
  firm: string
  relationship: string
  hash: string
  payload: Uint8Array
  shared_fields: string
  expires_at: string
  revoked_at: string | null
  used: number
  created_at: string
  powers: string | null
}

export interface MailRow extends Owned {
  link: string
  firm: string
  relationship: string
  state: string
  /** None once it is sent or failed. */
  payload: Uint8Array | null
  tries: number
  due_at: string
  token: string | null
  lease_until: string | null
  created_at: string
}

export interface ExchangeRow extends Owned {
  id: string
  kind: string
  state: string
  firm: string
  relationship: string
  payload: Uint8Array
  version: number
  created_at: string
  updated_at: string
}

export interface IdempotencyRow extends Owned {
  principal: string
  key: string
  fingerprint: string
  firm: string | null
  response: Uint8Array | null
  expires_at: string
}

export interface AuditRow extends Owned {
  id: string
  at: string
  actor: string
  action: string
  target: string
  before_hash: string | null
  after_hash: string | null
  request_id: string | null
  firm: string | null
  mac: string
  seal: number | null
}

export interface AuditSealRow extends Owned {
  number: number
  entries: number
  previous: string
  hash: string
  mac: string
  at: string
}
