import { guildRuleSet } from '../guild.ts'

type Json = Record<string, unknown>

/** A number from 0 up to, not including, `below`; the same seed gives the same numbers. */
type Random = (below: number) => number

function createRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below
  }
}

/** One hostile upload: what is wrong with it, and its text. */
export interface Hostile {
  readonly kind: string
  readonly text: string
}

/** Ways to hurt whoever reads rule sets. Each gives the text of an upload. */
const attacks: Readonly<Record<string, (random: Random) => string>> = {
  deep: (random) => {
    const depth = 1 + random(40_000)
    const [open, close] = [
      ['[', ']'],
      ['{"all":[', ']}'],
      ['{"a":', '}'],
    ][random(3)]!
    return body(`{"id":"deep","x":${open!.repeat(depth)}1${close!.repeat(depth)}}`)
  },
  conditions: (random) => {
    const depth = 1 + random(11)
    let condition: Json = { fact: 'rmp.owner', operator: 'given', value: true }
    for (let level = 0; level < depth; level++)
      condition = { [random(2) === 0 ? 'all' : 'any']: [condition, condition] }
    return text(withCondition(condition))
  },
  wide: (random) => {
    const many = random(6_000)
    const document = guildRuleSet()
    const [first] = indicatorsOf(document)
    const indicators = Array.from({ length: many }, (_, index) => ({ ...first, id: `plan.c/${index}` }))
    return text({ ...document, practice: { indicators } })
  },
  keys: (random) => body(`{"id":"keys",${Array.from({ length: 1 + random(60_000) }, (_, n) => `"k${n}":0`).join()}}`),
  long: (random) => text({ ...guildRuleSet(), title: 'a'.repeat(random(900_000)) }),
  patterns: (random) => {
    const field = ['version', 'id', 'language', 'licence'][random(4)]!
    const hard = [`${'1.'.repeat(random(9_000))}x`, `${'a-'.repeat(random(9_000))}`, `${'0'.repeat(random(9_000))}!`]
    return text({ ...guildRuleSet(), [field]: hard[random(3)] })
  },
  cycle: (random) => {
    const size = 1 + random(40)
    const conditions = Object.fromEntries(
      Array.from({ length: size }, (_, n) => [`c${n}`, { all: [{ condition: `c${(n + 1) % size}` }] }]),
    )
    return text({ ...withCondition({ condition: 'c0' }), conditions })
  },
  laughs: (random) => {
    const size = 2 + random(60)
    const conditions = Object.fromEntries(
      Array.from({ length: size }, (_, n) => [
        `c${n}`,
        { all: Array.from({ length: 2 + random(3) }, () => (n + 1 < size ? { condition: `c${n + 1}` } : leaf)) },
      ]),
    )
    return text({ ...withCondition({ condition: 'c0' }), conditions })
  },
  nested: (random) => {
    let that: Json = leaf
    for (let level = 0; level < 1 + random(8); level++)
      that = { ...every, params: { of: 'risks', that: { all: [that] } } }
    return text(withCondition(that))
  },
  self: () => text({ ...guildRuleSet(), extends: { ruleSet: 'guild', version: '^1.0.0' } }),
  prototype: (random) => {
    const key = ['__proto__', 'constructor', 'prototype', '\\u005f_proto__'][random(4)]!
    const whole = JSON.stringify(guildRuleSet())
    const places = [...whole.matchAll(/\{"/g)].map(({ index }) => index + 1)
    const at = places[random(places.length)]!
    return body(`${whole.slice(0, at)}"${key}":{"polluted":true},${whole.slice(at)}`)
  },
  inherited: (random) => {
    const name = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'][random(5)]!
    const condition = [{ fact: name, operator: 'given', value: true }, { condition: name }, { ...leaf, operator: name }]
    return text(withCondition(condition[random(3)]!))
  },
  numbers: (random) => {
    const number = ['1e999', '-1e999', '1e-999', '9'.repeat(400), '-0', '0.1e+308'][random(6)]!
    return text(guildRuleSet()).replace(/"level":\d/, `"level":${number}`)
  },
  halves: () => text(guildRuleSet()).replace('"Guild"', String.raw`"Gu\ud800ild"`),
  twice: () => text(guildRuleSet()).replace('"title":', '"title":"One","title":'),
  broken: (random) => {
    const whole = text(guildRuleSet())
    return whole.slice(0, random(whole.length))
  },
  spoiled: (random) => {
    const document = guildRuleSet()
    for (let count = 0; count <= random(4); count++) spoil(document, random)
    return text(document)
  },
}

/** The hostile upload of a number: the same number gives the same one. */
export function hostileOf(number: number): Hostile {
  const random = createRandom(number)
  const kinds = Object.keys(attacks)
  const kind = kinds[number % kinds.length]!
  return { kind, text: attacks[kind]!(random) }
}

const leaf = { fact: 'rmp.owner', operator: 'given', value: true }
const every = { fact: 'every', operator: 'equal', value: true }

function text(document: Json): string {
  return body(JSON.stringify(document))
}

function body(document: string): string {
  return `{"document":${document}}`
}

function withCondition(condition: Json): Json {
  const document = guildRuleSet()
  const [first, ...others] = indicatorsOf(document)
  return { ...document, practice: { indicators: [{ ...first, conditions: { all: [condition] } }, ...others] } }
}

function indicatorsOf(document: Json): Json[] {
  return (document['practice'] as { indicators: Json[] }).indicators
}

/** Puts something wrong in a place of a document. */
function spoil(document: Json, random: Random): void {
  let holder: Json = document
  for (let depth = random(6); depth > 0; depth--) {
    const inner = Object.values(holder).filter((value): value is Json => typeof value === 'object' && value !== null)
    if (inner.length === 0) break
    holder = inner[random(inner.length)]!
  }
  const keys = Object.keys(holder)
  if (keys.length === 0) return
  const rubbish = [null, true, -1, '', [], {}, [[]], 'ü'.repeat(300), { fact: 1 }, 1e300, '2026-13-01']
  holder[keys[random(keys.length)]!] = rubbish[random(rubbish.length)]
}
