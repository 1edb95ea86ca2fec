import { resolve } from 'node:path'
import { env, versions } from 'node:process'
import type * as Server from '@joinery/server'
import { UsageError } from './exits.ts'
import { say, userFolder } from './terminal.ts'

type Service = typeof Server
type Sources = Parameters<Service['serve']>[0]

/** The service is a large part that most commands do without: loaded here, and only where it is needed. */
async function loadService(): Promise<Service> {
  if (Number(versions.node.split('.', 1)[0]) < 24)
    throw new UsageError(`the service needs Node 24.15 or newer; this is ${versions.node}`)
  const { keepCompiledCode } = await import('@joinery/server/compile-cache')
  keepCompiledCode(env)
  return import('@joinery/server')
}

/** Where the service finds its settings. */
export function sourcesOf(config: string | undefined): Sources {
  const folder = userFolder()
  return { env, folder, ...(config === undefined ? {} : { file: resolve(folder, config) }) }
}

/** Does something with the service; what stands in its way is said in plain words and becomes the exit code. */
export async function withService(work: (service: Service) => Promise<number>): Promise<number> {
  const service = await loadService()
  try {
    return await work(service)
  } catch (error) {
    if (!(error instanceof service.ServerProblem)) throw error
    say(`joinery: ${error.message}`)
    return error.exitCode
  }
}
