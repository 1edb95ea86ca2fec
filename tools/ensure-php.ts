import { spawnSync } from 'node:child_process'
import { installPackages } from './install-packages.ts'

/** The example for WordPress is run by PHP itself, so that what it prints is what a site would print. */
const isMissing = (): boolean => spawnSync('php', ['--version']).status !== 0

if (isMissing()) {
  console.error('No PHP found; installing it for the test of the WordPress example.')
  installPackages('php-cli')
  if (isMissing()) {
    console.error(
      'The WordPress example is tested with PHP, and it could not be installed.\n' +
        'Install PHP 8 (Debian, Ubuntu: apt-get install php-cli).',
    )
    process.exit(1)
  }
}
