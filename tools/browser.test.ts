import { expect, test } from 'vitest'
import { findBrowser } from './browser.ts'

const onDisk =
  (...paths: readonly string[]) =>
  (path: unknown) =>
    paths.includes(String(path))

test('CHROME_PATH wins over a browser on the PATH', () => {
  const env = { CHROME_PATH: '/opt/chrome', PATH: '/usr/local/bin' }
  expect(findBrowser(env, onDisk('/opt/chrome', '/usr/local/bin/chromium'))).toBe('/opt/chrome')
})

test('a CHROME_PATH that leads nowhere is passed over', () => {
  const env = { CHROME_PATH: '/gone', PATH: '' }
  expect(findBrowser(env, onDisk('/usr/bin/chromium'))).toBe('/usr/bin/chromium')
})

test('no browser at all is undefined', () => {
  expect(findBrowser({}, onDisk())).toBeUndefined()
})
