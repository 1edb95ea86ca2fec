import { hashOfKey, newKeyText } from '@joinery/api'

/** A key for whoever runs the service, and the hash to set in JOINERY_OPERATOR_KEYS. */
export function newOperatorKey(): { readonly key: string; readonly hash: string } {
  const key = newKeyText('op_')
  return { key, hash: hashOfKey(key) }
}
