import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'
import { startInProcess } from '../src/index.ts'
import { readDeskFiles } from '../src/pages/desk/desk-files.ts'
import { readWidgetFiles, type WidgetFiles } from '../src/pages/widget-files.ts'
import { nextVersion } from '../test/next-version.ts'
import { newFolder } from '../test/folders.ts'

const folder = newFolder()
const present = readWidgetFiles()!
const next = nextVersion(`${folder}/next`, 'next')
let browser: Browser
let service: ReturnType<typeof start> | undefined

/** The service with the elements of one version, on the same data as before. */
function start(widgets: WidgetFiles) {
  const env = { JOINERY_DATA: `${folder}/data`, PORT: '0', JOINERY_LOG_LEVEL: 'silent' }
  return startInProcess({ env, folder: '/' }, { built: { widgets, desk: readDeskFiles() } })
}

/** Takes the place of the version that was at work before. */
function upgradeTo(widgets: WidgetFiles) {
  const before = service
  service = (async () => {
    await (await before)?.stop()
    return start(widgets)
  })()
  return service
}

/** The address that stays while versions change, as that of a balancer does: it waits for whoever is starting. */
const balancer = createServer(({ url, headers }, response) => {
  void service!.then(({ address }) =>
    request(`${address}${url}`, { headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
      .on('error', () => response.writeHead(502).end())
      .end(),
  )
})

beforeAll(async () => {
  const executablePath = findBrowser()
  browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...browserArgs],
  })
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await browser.close()
  balancer.closeAllConnections()
  balancer.close()
  await (await service)?.stop()
})

/** A page of another site, seen by a browser that has nothing of it yet. */
async function visit(
  html: string,
): Promise<{ readonly page: Page; readonly asked: string[]; readonly close: () => void }> {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const page = await (await browser.newContext()).newPage()
  const asked: string[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname !== '/favicon.ico') asked.push(`${response.status()} ${pathname}`)
  })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return { page, asked, close: () => server.close() }
}

/** A machine that is busy with other tests takes its time. */
const patient = { timeout: 20_000 }

const startButton = (page: Page) => page.getByRole('button', { name: /^(Start|Anfangen|Beginnen|Los)/ })

test(
  'a page that names one version, and a page that stood open, both go on after an upgrade',
  { timeout: 60_000 },
  async () => {
    await upgradeTo(present)
    const address = `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`
    const rules = `${address}/rules/iso-44003.json`
    const open = await visit(`<html lang="en"><joinery-assessment rules="${rules}" scope="starter"></joinery-assessment>
    <script type="module" src="${address}/widgets/joinery.js"></script></html>`)
    await startButton(open.page).waitFor()
    await upgradeTo(next)

    const folderOfIt = `${address}/widgets/${present.version}/`
    const pinned =
      await visit(`<html lang="de"><joinery-assessment rules="${rules}" scope="starter"></joinery-assessment>
    <script type="module" crossorigin="anonymous" src="${folderOfIt}joinery.js" integrity="${present.integrityOf('joinery.js')}"></script></html>`)
    await startButton(pinned.page).waitFor()
    await expect
      .poll(() => pinned.asked.filter((line) => line.includes('joinery-de-')), patient)
      .toEqual([`200 /widgets/${present.version}/${present.partOf('de')}`])

    // the open page needs a part that it had no reason to ask for before
    await open.page.evaluate(() => document.querySelector('joinery-assessment')!.setAttribute('lang', 'de'))
    await startButton(open.page).click()
    await expect
      .poll(() => open.asked.filter((line) => line.includes('joinery-de-')), patient)
      .toEqual([`200 /widgets/${present.partOf('de')}`])
    await expect.poll(() => open.page.getByRole('radio').count(), patient).toBeGreaterThan(0)
    expect([...open.asked, ...pinned.asked].filter((line) => !/^(200|304) /.test(line))).toEqual([])
    open.close()
    pinned.close()
  },
)
