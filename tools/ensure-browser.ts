import { findBrowser } from './browser.ts'
import { installPackages, run } from './install-packages.ts'

if (findBrowser() === undefined) {
  console.error('No Chromium found; installing one for the end-to-end tests.')
  // apt first, which brings the system libraries along; else Playwright's own download
  if (!installPackages('chromium', 'fonts-liberation')) run('playwright', 'install', 'chromium')
  if (findBrowser() === undefined) {
    console.error(
      'The end-to-end tests need Chromium and it could not be installed.\n' +
        'Install it (Debian, Ubuntu: apt-get install chromium) or set CHROME_PATH to a Chrome or Chromium program.',
    )
    process.exit(1)
  }
}
