import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'
import { joinery, main, newFolder } from '../test/joinery.ts'
import { violations } from './pages.ts'

// each test starts the command several times, and waits for what it saves to be seen
vi.setConfig({ testTimeout: 90_000 })

let browser: Browser
const children: ChildProcess[] = []

beforeAll(async () => {
  const executablePath = findBrowser()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserArgs] })
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

afterAll(() => browser?.close())

/** What a new author has: a rule set or a plugin that "joinery new" has made. */
async function begun(kind: 'rule-set' | 'plugin', name: string): Promise<string> {
  const folder = newFolder()
  expect((await joinery(['new', kind, name], { folder })).code).toBe(0)
  return join(folder, name)
}

/** The command at work on a folder, and the page in a browser. */
async function shown(
  folder: string,
): Promise<{ page: Page; address: string; complaints: string[]; end: () => Promise<unknown> }> {
  const child = spawn(process.execPath, [main, 'dev', folder, '--port', '0'])
  children.push(child)
  const ended = new Promise((resolve) => child.on('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let out = ''
    const hear = (chunk: Buffer): void => {
      out += chunk.toString()
      const found = /http:\S+/.exec(out)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', () => reject(new Error(`it ended before it named an address:\n${out}`)))
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(30_000)
  await page.goto(address)
  const end = () => {
    child.kill('SIGINT')
    return ended
  }
  return { page, address, complaints, end }
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

const says = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

describe('a rule set', () => {
  test('shows faults with place and remedy as it is saved, keeps the last one that worked, and recovers', async () => {
    const folder = await begun('rule-set', 'my-trade')
    const file = join(folder, 'rule-set.json')
    const { page, complaints, end } = await shown(folder)
    await page.getByRole('button', { name: 'Start' }).waitFor()
    await says(page, '4 of 4 cases passed')
    expect(await violations(page)).toEqual([])
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }))
      expect(scrollWidth).toBe(clientWidth)
    }
    const sound = readFileSync(file, 'utf8')
    change(file, '"overrides"', '"overides"')
    await says(page, /did you mean "overrides"/)
    expect(await page.locator('#faults .error code').first().textContent()).toMatch(/rule-set\.json:\d+:\d+$/)
    await says(page, /it cannot be used/)
    await page.getByRole('button', { name: 'Start' }).waitFor()
    writeFileSync(file, `${sound.slice(0, 400)}`)
    await says(page, /rule-set\.json:\d+:\d+/)
    writeFileSync(file, sound.replace('"id": "my-trade"', '"id": "my-trade",\n  "notice": "Ours alone."'))
    await says(page, 'Ours alone.')
    await says(page, '4 of 4 cases passed')
    expect(complaints).toEqual([])
    expect(await end()).toBe(0)
    await says(page, /joinery dev does not answer/)
  })
})

describe('a plugin', () => {
  test('a case fills in its record; a saved limit, and saved code, change the result at once', async () => {
    const folder = await begun('plugin', 'bakery')
    const { page, complaints, end } = await shown(folder)
    await says(page, '2 of 2 cases passed')
    await page.getByRole('button', { name: 'Start' }).waitFor()
    await page
      .getByLabel('Fill in the record of a case')
      .selectOption({ label: 'Nine in ten on time, and talked over 13 weeks ago' })
    const onTime = (outcome: string) => page.locator(`#rules li.${outcome}`, { hasText: 'bakery.on-time/3' })
    await onTime('met').waitFor()
    await says(page, /With bakery: /)
    change(join(folder, 'rule-set.json'), '"value": 0.9', '"value": 0.95')
    await onTime('unmet').waitFor()
    await says(page, '1 of 2 cases passed')
    change(join(folder, 'src/index.ts'), 'return due.filter(isOnTime).length / due.length', "return 'most' as never")
    await onTime('error').waitFor()
    change(join(folder, 'src/index.ts'), "return 'most' as never", 'return 1')
    await onTime('met').waitFor()
    change(join(folder, 'src/index.ts'), "name: 'bakery'", "name: 'bakery', hooks: []")
    await says(page, /unknown key "hooks"/)
    expect(complaints).toEqual([])
    expect(await end()).toBe(0)
  })

  test('code that never ends holds nothing up: Ctrl+C ends it at once', async () => {
    const folder = await begun('plugin', 'bakery')
    writeFileSync(join(folder, 'src/index.ts'), 'while (true) {}\n')
    const { page, end } = await shown(folder)
    await says(page, 'Looking at the files')
    expect(await end()).toBe(0)
  })
})

test('nothing outside the folder is served, and no other site can ask', async () => {
  const folder = await begun('plugin', 'bakery')
  writeFileSync(join(folder, '..', 'secret.json'), '{}')
  writeFileSync(join(folder, '.env.json'), '{}')
  const { address, end } = await shown(folder)
  const status = async (path: string, headers = {}) => (await fetch(address + path, { headers })).status
  expect(await status('plugin/1/rule-set.json')).toBe(200)
  for (const path of [
    'plugin/1/..%2fsecret.json',
    'plugin/1/.env.json',
    'plugin/1/README.md',
    'core/package.json',
    'plugin/1/%',
    'constructor',
  ])
    expect({ path, status: await status(path) }).toEqual({ path, status: 404 })
  const { port } = new URL(address)
  const page = await browser.newPage()
  const answered = await page.goto(`http://localhost:${port}/`)
  expect(answered?.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(await end()).toBe(0)
})

test('a busy port, a place that is not there and an unknown address are said in one line', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => busy.once('listening', resolve))
  const { port } = busy.address() as AddressInfo
  const tried = [
    [['iso-44003', '--port', String(port)], `port ${port} is in use by another program`],
    [['nowhere-at-all'], 'there is no rule set "nowhere-at-all"'],
    [['./nowhere'], 'there is no such file or folder'],
    [['iso-44003', '--host', '203.0.113.7'], 'this computer has no such address'],
    [['iso-44003', '--port', '70000'], 'is not a whole number from 0 to 65535'],
    [['iso-44003', '--open', 'maybe'], 'unknown "maybe"'],
  ] as const
  for (const [words, message] of tried) {
    const { code, out, err } = await joinery(['dev', ...words])
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(message) })
  }
  busy.close()
})
