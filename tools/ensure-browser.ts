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
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = ['chromium', 'fonts-liberation']
    if (run('apt-get', 'update') && run('apt-get', 'install', '--yes', '--no-install-recommends', ...packages)) return
  }
  run('playwright', 'install', 'chromium')
}

/** Shows only what a command has to complain about. */
function run(command: string, ...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}
