import { spawnSync } from 'node:child_process'
import { installPackages } from './install-packages.ts'

/** Only Linux has it; elsewhere the tests of power cuts do not run. */
const isMissing = (): boolean => process.platform === 'linux' && spawnSync('strace', ['--version']).status !== 0

if (isMissing()) {
  console.error('No strace found; installing it for the tests of power cuts.')
  installPackages('strace')
  if (isMissing()) {
    console.error(
      'The tests of power cuts need strace and it could not be installed.\n' +
        'Install it (Debian, Ubuntu: apt-get install strace).',
    )
    process.exit(1)
  }
}
