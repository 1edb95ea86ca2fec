import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './browser.ts'

if (findBrowser() === undefined) {
  install()
  if (findBrowser() === undefined) {
    console.error(
      'The end-to-end tests need Chromium and it could not be installed.\n' +
        'Install it (Debian, Ubuntu: apt-get install chromium) or set CHROME_PATH to a Chrome or Chromium program.',
    )
    process.exit(1)
  }
}

/** As root on Debian first by apt, which brings the system libraries along; else Playwright's own download. */
function install(): void {
  console.error('No Chromium found; installing one for the end-to-end tests.')
  const byApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (
    byApt &&
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-qq', '--yes', 'chromium', 'fonts-liberation')
  )
    return
  run('playwright', 'install', 'chromium')
}

function run(command: string, ...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // output goes to stderr: stdout belongs to the test report
  return spawnSync(command, args, { env, stdio: ['ignore', 2, 2] }).status === 0
}
