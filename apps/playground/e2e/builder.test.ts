import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { playgroundAtWork } from './at-work.ts'
import { startHostSite } from './host-site.ts'

const at = playgroundAtWork()

test('what the builder shows follows each choice, and what it gives to paste works on another site', async () => {
  const context = await at.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${at.playground.address}builder`)
  await page.getByLabel('In which language?').selectOption('de')
  await page.frameLocator('#preview').getByRole('button', { name: 'Los geht’s' }).waitFor()
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByText('Copied.').waitFor()
  const snippet = await page.evaluate(() => navigator.clipboard.readText())
  expect(complaints).toEqual([])
  const site = await startHostSite()
  await page.goto(site.put(`<!doctype html><title>Host</title>${snippet}`))
  await page.getByRole('button', { name: 'Los geht’s' }).waitFor()
  await site.close()
  await context.close()
})

test('the folder runs on any web space, under the policy that it brings, with the colours that were chosen', async () => {
  const query = 'rules=iso-44003&scope=starter&own=on&accent=%237a1f3d'
  const zip = await fetch(`${at.playground.address}builder/folder.zip?${query}`)
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }
  const server = createServer(({ url = '' }, response) => {
    const name = url === '/check/' ? 'index.html' : url.replace('/check/', '')
    const type = types[extname(name)] ?? 'application/json'
    response.writeHead(files[name] === undefined ? 404 : 200, { 'content-type': type }).end(files[name])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const context = await at.browser.newContext()
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) complaints.push(message.text())
  })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/check/`)
  const start = page.getByRole('button', { name: 'Start' })
  expect(await start.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(122, 31, 61)')
  await start.click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('radio', { name: 'Yes' }).first().check()
  expect(complaints).toEqual([])
  await context.close()
  server.closeAllConnections()
  server.close()
})
