import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** As root on Debian and its kin; false anywhere else, and where it did not work. */
export function installPackages(...packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  return run('apt-get', 'update') && run('apt-get', 'install', '--yes', '--no-install-recommends', ...packages)
}

/** Shows only what a command has to complain about. */
export function run(command: string, ...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}
