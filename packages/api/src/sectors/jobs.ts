import type { AssessOptions, SectorResult } from '@joinery/core'
import type { Data, Plugin } from '@joinery/core/plugin'

/** A plugin without its functions: what the thread that answers requests may know of it. */
export type PluginData = Pick<Plugin, 'name' | 'version' | 'ruleSets'> & {
  readonly providers: readonly ProviderData[]
  readonly facts: readonly Pick<NonNullable<Plugin['facts']>[number], 'id' | 'type' | 'reads'>[]
  readonly operators: readonly Pick<NonNullable<Plugin['operators']>[number], 'id' | 'phrase' | 'fact' | 'value'>[]
  readonly questionTypes: readonly Pick<NonNullable<Plugin['questionTypes']>[number], 'id' | 'writes' | 'input'>[]
}

/** What a fact provider says of itself. */
export type ProviderData = Pick<NonNullable<Plugin['factProviders']>[number], 'id' | 'purpose' | 'timeoutMs'> & {
  readonly readsFile: boolean
}

/** What fact providers are asked about. */
export interface GatherInput {
  readonly providers: readonly string[]
  readonly record: Data
  readonly asOf: string
}

/** What a plugin is asked to assess. */
export interface SectorInput {
  /** Digest of the rule set; its text came before. */
  readonly digest: string
  readonly record: Data
  readonly options: Pick<AssessOptions, 'asOf' | 'scope' | 'fetched'>
  /** For each entry of the evidence, whether the service saw the partner give it; undefined where all are claims. */
  readonly witnessed: readonly boolean[] | undefined
}

/** What the thread of a plugin does: one at a time. */
export type SectorJob =
  | { readonly kind: 'load'; readonly input: string }
  /** Reads and compiles a rule set, given as its canonical text. */
  | { readonly kind: 'prepare'; readonly input: Rules }
  | { readonly kind: 'assess'; readonly input: SectorInput }
  /** Asks fact providers; code of the plugin may wait here, and only here. */
  | { readonly kind: 'gather'; readonly input: GatherInput }

export interface Rules {
  readonly digest: string
  readonly text: string
}

/** What it answers. Nothing in it is to be trusted: code of the plugin ran in the same thread. */
export type Loaded = { readonly plugin: PluginData } | { readonly faults: readonly string[] }
export type Assessed = readonly SectorResult[]
