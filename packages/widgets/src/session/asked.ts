import type { RuleSetData } from '../rule-set/document.ts'

/** What the attributes of an assessment ask for. */
export interface Asked {
  /** Address of a bundled rule set; with `api` the id of one that the service has. */
  readonly rules: string
  readonly ruleSet: unknown
  /** The one version that the page holds on to, by its SHA-256; empty for whatever is there. */
  readonly digest: string
  readonly api: string
  readonly key: string
  /** Asked for before each request, because a page may renew it. */
  readonly token: () => string
  /** How the page gets another token from its own server; undefined where the service is to be asked. */
  readonly renew: () => string | (() => Promise<string>) | undefined
  readonly name: string
  readonly scope: string
  readonly today: () => string
}

export interface Hooks {
  /** Whether what is opened is still shown: its element is on the page, and has opened nothing else since. */
  readonly isShown: () => boolean
  readonly onChange: () => void
  /** The rule set turned out to have faults after its questions were shown. */
  readonly onRefused: (error: unknown) => void
  /** The service has gone on to a newer version. */
  readonly onNewer: () => void
  /** `signature` is where the service has it. Throws where the page trusts signed rule sets only, and this one does not pass. */
  readonly verify: (document: unknown, signature?: string) => Promise<void>
}

/** The scope that was asked for, or the first one of the rule set. */
export function scopeToBegin({ scope }: Pick<Asked, 'scope'>, { scopes }: RuleSetData): string {
  return scope || (scopes?.[0]?.id ?? 'full')
}
