import type { Fault, RuleSetDocument } from '@joinery/core'
import { derivedFrom } from './derived-from.ts'

type Document = RuleSetDocument
type List<Key extends keyof Document> = NonNullable<Document[Key]>

/** What a check looks at: what the rule set itself says, and what it says together with what it extends. */
export interface View {
  readonly own: Document
  readonly whole: Whole
  readonly report: (finding: Omit<Fault, 'path'> & { readonly path: string }) => void
}

/** A document with all lists there, empty where nothing was said. */
export interface Whole {
  readonly language: string
  readonly methodName: string
  readonly isGated: boolean
  readonly levels: List<'scale'>['levels']
  readonly facts: List<'facts'>
  readonly named: Readonly<Record<string, unknown>>
  readonly profile: Document['profile']
  readonly principles: List<'reference'>['principles']
  readonly indicators: List<'practice'>['indicators']
  readonly questions: List<'instrument'>['questions']
  readonly planFacts: readonly string[]
  readonly locales: List<'locales'>
  /** What facts that are worked out are made of. */
  readonly derivedFrom: ReadonlyMap<string, readonly string[]>
  /** Steps of looking for what can and cannot be that are left: a rule set may be made to take for ever. */
  readonly effort: { left: number }
  /** Everything together, as a document. */
  readonly document: Partial<Document>
}

const mostSteps = 2_000_000

/** What stands beside a document: what it extends, and what the facts of a plugin are made of. */
interface Beside {
  readonly base: Document | undefined
  readonly derived?: ReadonlyMap<string, readonly string[]> | undefined
}

/** Puts together what a document says, on top of what it extends; overrides that switch an indicator off are heeded. */
export function wholeOf(own: Document, { base, derived = new Map() }: Beside): Whole {
  const off = new Set((own.overrides ?? []).flatMap(({ off: isOff, target }) => (isOff ? [target] : [])))
  const methodName = (own.method ?? base?.method)?.name ?? 'gated-v1'
  const document = { ...base, ...own }
  const sections = [...(base?.plan?.sections ?? []), ...(own.plan?.sections ?? [])]
  return {
    language: own.language,
    methodName,
    isGated: methodName !== 'weighted-mean-v1',
    levels: (own.scale ?? base?.scale)?.levels ?? [],
    facts: [...(base?.facts ?? []), ...(own.facts ?? [])],
    named: { ...base?.conditions, ...own.conditions },
    profile: own.profile ?? base?.profile,
    principles: [...(base?.reference?.principles ?? []), ...(own.reference?.principles ?? [])],
    indicators: [...(base?.practice?.indicators ?? []), ...(own.practice?.indicators ?? [])].filter(
      ({ id }) => !off.has(id),
    ),
    questions: [...(base?.instrument?.questions ?? []), ...(own.instrument?.questions ?? [])],
    planFacts: sections.flatMap(({ parts }) => parts.map(({ fact }) => fact)),
    locales: joinedLocales(base?.locales, own.locales),
    derivedFrom: new Map([...derivedFrom, ...derived]),
    effort: { left: mostSteps },
    document,
  }
}

function joinedLocales(base: Document['locales'] = {}, own: Document['locales'] = {}): List<'locales'> {
  const languages = new Set([...Object.keys(base), ...Object.keys(own)])
  return Object.fromEntries([...languages].map((language) => [language, { ...base[language], ...own[language] }]))
}
