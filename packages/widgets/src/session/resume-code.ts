import type { Answer } from '@joinery/core'
import type { RuleSetData } from '../rule-set/document.ts'

/** Declared answers by indicator. */
export type Answers = Readonly<Record<string, Answer>>

export interface Resumed {
  readonly answers: Answers
  readonly scope: string
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Packs declared answers into a short text for the fragment of an address, which a browser never sends anywhere. Notes, records
 * and names are not in it. Names the rule set by the beginning of its hash: answers to other questions are never mixed up.
 */
export function encodeAnswers(document: RuleSetData, hash: string, { answers, scope }: Resumed): string {
  const states = statesOf(document)
  const base = BigInt(states.length)
  let packed = BigInt(scopesOf(document).indexOf(scope))
  for (const { id } of document.practice.indicators) {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
    packed = packed * base + BigInt(Math.max(0, states.indexOf(keyOf(answer))))
  }
  return `${hash.slice(0, 8)}.${lettersOf(packed)}`
}

/** The answers in a code; undefined where it was made for other questions, or is no code. */
export function decodeAnswers(document: RuleSetData, hash: string, code: string): Resumed | undefined {
  const [mark, packed] = code.split('.')
  if (mark !== hash.slice(0, 8) || packed === undefined || !/^[\w-]{1,2000}$/.test(packed)) return undefined
  const states = statesOf(document)
  const base = BigInt(states.length)
  let rest = numberOf(packed)
  const answers: Record<string, Answer> = {}
  for (const { id } of document.practice.indicators.toReversed()) {
    const [value, reason] = states[Number(rest % base)]!.split(':')
    if (value !== '') answers[id] = { value: value!, ...(reason === undefined ? {} : { reason }) }
    rest /= base
  }
  const scope = rest < 1000n ? scopesOf(document)[Number(rest)] : undefined
  return scope === undefined ? undefined : { answers, scope }
}

function scopesOf({ scopes }: RuleSetData): string[] {
  const ids = (scopes ?? []).map(({ id }) => id)
  return ids.includes('full') ? ids : [...ids, 'full']
}

function statesOf({ answers }: RuleSetData): string[] {
  const reasons = answers.notApplicable?.reasons ?? []
  return [
    '',
    ...answers.scale.map(({ value }) => value),
    'notSure',
    ...reasons.map(({ code }) => `notApplicable:${code}`),
  ]
}

function keyOf(answer: Answer | undefined): string {
  if (answer === undefined) return ''
  return answer.value === 'notApplicable' ? `notApplicable:${answer.reason ?? ''}` : answer.value
}

function lettersOf(value: bigint): string {
  let text = ''
  for (let rest = value; rest > 0n; rest /= 64n) text = letters[Number(rest % 64n)]! + text
  return text === '' ? 'A' : text
}

function numberOf(text: string): bigint {
  let value = 0n
  for (const letter of text) value = value * 64n + BigInt(letters.indexOf(letter))
  return value
}
