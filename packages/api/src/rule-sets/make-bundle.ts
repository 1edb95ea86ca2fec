import { bundleRuleSet, instantOf, readDocument, verifySignature, type PublicKey, type Refusal } from '@joinery/kit'
import { basesOf, changeOf, type DraftInput } from './check-draft.ts'

export interface BundleInput extends DraftInput {
  /** A detached signature, and the keys that are trusted. */
  readonly signature?: { readonly jws: string; readonly keys: readonly PublicKey[]; readonly at: number } | undefined
}

/** What would be published. */
export interface MadeBundle {
  readonly id: string
  readonly version: string
  readonly digest: string
  readonly text: string
  readonly change: ReturnType<typeof changeOf>
  /** Undefined where no signature was given. */
  readonly signed: { readonly ok: true; readonly keyId: string } | Refusal | undefined
}

/** Makes the bundle of a draft that was checked, and verifies its signature. Undefined where the draft cannot be read. */
export async function makeBundle(input: BundleInput): Promise<MadeBundle | undefined> {
  const { ruleSet } = readDocument(input.document, basesOf(input))
  if (ruleSet === undefined) return undefined
  const { id, version, digest, text } = bundleRuleSet(ruleSet)
  const { signature } = input
  const signed =
    signature &&
    (await verifySignature({
      document: ruleSet.document,
      signature: signature.jws,
      keys: signature.keys,
      at: instantOf(signature.at),
    }))
  return { id, version, digest, text, change: changeOf(input.before, ruleSet), signed }
}
