import { instantOf, readPublicKeys, verifySignature } from '@joinery/kit/verify'
import { loadJson } from './load-json.ts'
import { loadText } from './load-text.ts'

/** Throws unless the rule set was signed, as it is, with a key that the page trusts; fetched only by pages that name keys. */
export async function verify(
  document: unknown,
  { trust, rules, ...named }: { trust: string; signature: string; rules: string },
): Promise<void> {
  const signature = named.signature || besides(rules)
  const [keys, text] = await Promise.all([loadJson(trust).then(readPublicKeys), loadText(signature)])
  const signatures = (text ?? '').split('\n').filter((line) => line.trim() !== '')
  if (signatures.length === 0)
    throw new Error(`This rule set is not signed, and this page takes signed ones only: there is no ${signature}.`)
  const at = instantOf(Date.now())
  const checks = await Promise.all(signatures.map((one) => verifySignature({ document, signature: one, keys, at })))
  // several may have signed; one that counts is enough
  if (checks.some(({ ok }) => ok)) return
  const [refusal] = checks.flatMap((check) => (check.ok ? [] : [check.message]))
  throw new Error(`The signature of this rule set does not count: ${refusal}.`)
}

/** `rules.json?v=2` is signed by `rules.json.jws?v=2`. */
export function besides(rules: string): string {
  return rules.replace(/(?=[?#]|$)/, '.jws')
}
