import { NotPlain } from './plain-copy.ts'

/** What a plugin's function gave, or what it did wrong in a plain sentence. */
export type Guarded<Value> = { readonly value: Value } | { readonly fault: string }

/** Runs a function of a plugin: whatever it throws becomes a sentence, and a promise is no answer. */
export function guarded<Value>(work: () => Value): Guarded<Value> {
  try {
    const value = work()
    return isPromise(value) ? { fault: 'gave a promise; only fact providers may wait' } : { value }
  } catch (error) {
    return { fault: faultWords(error) }
  }
}

/** A promise that nobody waits for must not end the process when it fails. */
function isPromise(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('then' in value) || typeof value.then !== 'function')
    return false
  Promise.resolve(value).catch(() => undefined)
  return true
}

const mostCharacters = 200

/** What was thrown, in one short line; a thrown thing may itself be a trap. */
export function faultWords(error: unknown): string {
  if (error instanceof NotPlain)
    return `gave something that cannot be used: ${error.path || 'the whole'}: ${error.message}`
  try {
    const text = error instanceof Error ? error.message : String(error)
    return `failed: ${oneLine(text)}`
  } catch {
    return 'failed without saying why'
  }
}

/** Short, and without what could upset a terminal or a page. */
export function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = text.slice(0, 2 * mostCharacters).replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
  return clean.length > mostCharacters ? `${clean.slice(0, mostCharacters)}…` : clean
}
