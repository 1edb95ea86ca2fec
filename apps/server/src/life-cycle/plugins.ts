import { pathToFileURL } from 'node:url'
import { openSectors, PluginProblem, type SectorRooms } from '@joinery/api'
import { findPlugin } from '@joinery/kit/serve'
import { ServerProblem } from '../problem.ts'

/** Opens a thread for each plugin; none of their code runs in this one. Throws a ServerProblem that names every fault. */
export async function loadPlugins(names: readonly string[], providers: readonly string[] = []): Promise<SectorRooms> {
  const search = { from: [process.cwd(), import.meta.filename], folder: process.cwd() }
  const found = names.map((name) => ({ name, entry: findPlugin(name, search)?.entry }))
  const missing = found.flatMap(({ name, entry }) => (entry === undefined ? [name] : []))
  if (missing.length > 0)
    throw new ServerProblem(
      `JOINERY_PLUGINS: there is no plugin ${missing.join(', ')}; give the name of an installed package, or the path of its folder`,
    )
  try {
    return await openSectors(
      found.map(({ entry }) => pathToFileURL(entry!).href),
      { providers },
    )
  } catch (error) {
    if (!(error instanceof PluginProblem)) throw error
    throw new ServerProblem(
      `JOINERY_PLUGINS, JOINERY_FACT_PROVIDERS: these plugins cannot be used as they are set\n${error.message}`,
    )
  }
}
