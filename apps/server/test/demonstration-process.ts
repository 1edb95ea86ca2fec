import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface DemonstrationProcess {
  readonly address: string
  /** The key of a firm. */
  readonly key: string
  /** As Ctrl-C does; gives the exit code. */
  readonly stop: () => Promise<unknown>
}

/** What `pnpm start` runs, on any free port, with its data in this folder. */
export async function startDemonstration(folder: string): Promise<DemonstrationProcess> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, ['apps/cli/src/main.ts', 'serve', '--demonstration'], {
    cwd: root,
    env: { PATH, NODE_COMPILE_CACHE, HOME: folder, JOINERY_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part
      if (said.includes('Stop it with Ctrl-C')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  const address = /See a result +(\S+)\/demonstration\n/.exec(said)![1]!
  const key = /Bearer (\S+)'/.exec(said)![1]!
  const stop = async (): Promise<unknown> => {
    child.kill('SIGINT')
    return (await once(child, 'exit'))[0]
  }
  return { address, key, stop }
}
