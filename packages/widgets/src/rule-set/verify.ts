import { instantOf, readPublicKeys, verifySignature } from '@joinery/kit/verify'
import { loadJson } from './load-json.ts'
import { loadText } from './load-text.ts'

/** Throws unless the rule set was signed, as it is, with a key that the page trusts; fetched only by pages that name keys. */
export async function verify(
  document: unknown,
  { trust, signature }: { trust: string; signature: string },
): Promise<void> {
  const [keys, text] = await Promise.all([loadJson(trust).then(readPublicKeys), loadText(signature)])
  if (text === undefined)
    throw new Error(`This rule set is not signed, and this page takes signed ones only: there is no ${signature}.`)
  const checked = await verifySignature({ document, signature: text, keys, at: instantOf(Date.now()) })
  if (!checked.ok) throw new Error(`The signature of this rule set does not count: ${checked.message}.`)
}
