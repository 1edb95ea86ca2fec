import type { FactProvider, Plugin } from '@joinery/core/plugin'

/** A provider that reads a file, and the file that somebody chose for it. */
export interface ProviderFile {
  readonly provider: FactProvider
  readonly endings: readonly string[]
  readonly name: () => string | undefined
  readonly choose: (file: File) => Promise<void>
}

/** Files for the fact providers of plugins. They stay in memory: what they hold is no part of what is kept. */
export function createProviderFiles(plugins: readonly Plugin[]): {
  readonly bytes: ReadonlyMap<string, Uint8Array>
  readonly of: (plugin: string) => readonly ProviderFile[]
} {
  const bytes = new Map<string, Uint8Array>()
  const names = new Map<string, string>()
  const of = (name: string) =>
    plugins
      .filter((plugin) => plugin.name === name)
      .flatMap(({ factProviders = [] }) => factProviders)
      .flatMap((provider): ProviderFile[] => {
        if (provider.file === undefined) return []
        const choose = async (file: File) => {
          bytes.set(provider.id, new Uint8Array(await file.arrayBuffer()))
          names.set(provider.id, file.name)
        }
        return [{ provider, endings: provider.file.endings, name: () => names.get(provider.id), choose }]
      })
  return { bytes, of }
}
