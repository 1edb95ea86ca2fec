/** What a page needs to check that a rule set is the one its publisher signed; nothing here needs Node. */
export { isInstant, instantOf, type Instant } from './sign/instant.ts'
export { readPublicKeys, type KeyTerms, type PublicKey } from './sign/keys.ts'
export type { Refusal, RefusalReason } from './sign/refusal.ts'
export { verifySignature, type Verified, type VerifyOptions } from './sign/verify-signature.ts'
