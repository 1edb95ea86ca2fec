import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const folders = ['/usr/bin', '/snap/bin']

/** Where a browser that the tests can drive is installed: CHROME_PATH, then PATH, then the usual places, then Playwright's own. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env, exists = existsSync): string | undefined {
  const searched = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), ...folders]
  const candidates = [
    env['CHROME_PATH'],
    ...searched.flatMap((folder) => names.map((name) => join(folder, name))),
    chromium.executablePath(),
  ]
  return candidates.find((path) => path !== undefined && path !== '' && exists(path))
}

/** Keeps the browser off the network and off the GPU; a sandbox is not to be had as root. */
export const browserArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
