import type { Instant, Page, PageRequest } from './page.ts'

export type DraftStatus = 'draft' | 'checked' | 'published' | 'superseded'

/** A rule set being written. What is published from it is a bundle, which never changes. */
export interface Draft {
  readonly id: string
  readonly ruleSet: string
  readonly status: DraftStatus
  readonly document: unknown
  /** What the last check said; undefined before the first. */
  readonly report: unknown
  /** Digest of the bundle that was published from it. */
  readonly digest: string | null
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export interface Signature {
  readonly keyId: string
  /** Detached JWS over the canonical JSON. */
  readonly jws: string
}

/** A published rule set: immutable, addressed by the SHA-256 of its canonical JSON. */
export interface Bundle {
  readonly digest: string
  readonly ruleSet: string
  /** Semantic version. */
  readonly ruleSetVersion: string
  /** The exact canonical JSON text that was hashed and signed. */
  readonly text: string
  readonly signatures: readonly Signature[]
  readonly createdAt: Instant
}

export type BundleSummary = Omit<Bundle, 'text'>

/** Which bundle a rule set stands for now. */
export interface Pointer {
  readonly ruleSet: string
  readonly digest: string
  /** Counts the moves. */
  readonly version: number
  readonly movedAt: Instant
}

/** One move of the pointer: a publication, or a way back. */
export interface Move {
  readonly ruleSet: string
  /** The pointer's version after it. */
  readonly version: number
  readonly from: string | null
  readonly to: string
  readonly reason: string
  readonly by: string
  readonly at: Instant
}

export interface SigningKey {
  readonly keyId: string
  /** Ed25519 public key as JWK `x`: base64url, 43 characters. */
  readonly publicKey: string
  readonly validFrom: Instant
  readonly validUntil: Instant | null
  readonly revokedAt: Instant | null
}

export interface RuleSetReads {
  draft(id: string): Promise<Draft | undefined>
  drafts(page: PageRequest & { readonly ruleSet?: string }): Promise<Page<Draft>>
  bundle(digest: string): Promise<Bundle | undefined>
  bundles(page: PageRequest & { readonly ruleSet?: string }): Promise<Page<BundleSummary>>
  pointer(ruleSet: string): Promise<Pointer | undefined>
  pointers(): Promise<readonly Pointer[]>
  /** Newest first. */
  moves(ruleSet: string): Promise<readonly Move[]>
  signingKeys(): Promise<readonly SigningKey[]>
}

export interface RuleSets extends RuleSetReads {
  createDraft(draft: Pick<Draft, 'ruleSet' | 'document'>): Promise<Draft>
  /** A changed document is a draft again. Throws `absent`, `conflict`, or `refused` once it is published. */
  updateDraft(id: string, version: number, document: unknown): Promise<Draft>
  /** draft → checked → published → superseded, and checked → draft. Throws `refused` for any other step. */
  setDraftStatus(
    id: string,
    version: number,
    to: { readonly status: DraftStatus; readonly report?: unknown; readonly digest?: string },
  ): Promise<Draft>
  deleteDraft(id: string, version: number): Promise<void>
  /** The same bundle twice is one bundle. Throws `duplicate` when the version is taken by other content. */
  addBundle(bundle: Omit<Bundle, 'createdAt'>): Promise<BundleSummary>
  addSignature(digest: string, signature: Signature): Promise<void>
  /** Throws `conflict` unless the version is the stored one (0 before the first move), `absent` without the bundle. */
  movePointer(move: Pick<Move, 'ruleSet' | 'to' | 'reason' | 'by'> & { readonly expected: number }): Promise<Pointer>
  addSigningKey(key: Omit<SigningKey, 'revokedAt'>): Promise<SigningKey>
  revokeSigningKey(keyId: string): Promise<void>
}
