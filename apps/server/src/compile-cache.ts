import nodeModule from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Keeps compiled code from one start to the next, so that the service answers sooner. Where it cannot, nothing is lost. */
export function keepCompiledCode(env: Readonly<Record<string, string | undefined>>): void {
  const { XDG_CACHE_HOME: xdg } = env
  const folder = xdg !== undefined && xdg.startsWith('/') ? xdg : join(homedir(), '.cache')
  nodeModule.enableCompileCache(join(folder, 'joinery'))
}
