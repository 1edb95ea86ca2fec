import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startPostgres, type RunningPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Asked over HTTP, it answers with the address and the folder of the run's PostgreSQL; the first question starts it. */
    readonly postgres: string
  }
}

/** It goes with the run, so it need not outlive the machine, and its hundreds of databases need no care. */
const shortLived = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' }

/** One PostgreSQL for a whole test run, and none for a run without a test that needs it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<RunningPostgres> | undefined
  const door = createServer((_, response) => {
    running ??= startPostgres(shortLived)
    running.then(
      ({ url, folder }) => response.end(JSON.stringify({ url, folder })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('postgres', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`)
  return async () => {
    door.closeAllConnections()
    door.close()
    await (await running)?.stop()
  }
}
