import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// The example for WordPress is run by PHP itself, so that what it prints is what a site would print.

if (!runs('php', '--version')) {
  console.error('No PHP found; installing it for the test of the WordPress example.')
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (mayInstall && runs('apt-get', 'update')) runs('apt-get', 'install', '--yes', '--no-install-recommends', 'php-cli')
  if (!runs('php', '--version')) {
    console.error('The WordPress example is tested with PHP, and it could not be installed: install PHP 8 (php-cli).')
    process.exit(1)
  }
}

function runs(command: string, ...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}
