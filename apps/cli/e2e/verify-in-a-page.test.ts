import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleRuleSet, generateKey, loadRuleSet, publicHalf, signBundle } from '@joinery/kit'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const at = '2026-11-24T08:30:00Z'
const entry = (name: string) =>
  createRequire(import.meta.url)
    .resolve(name)
    .slice(root.length - 1)

/** The modules of the workspace as a page would load them: TypeScript without its types, nothing bundled, no Node. */
const page = `<!doctype html><script type="importmap">${JSON.stringify({
  imports: { '@joinery/core': entry('@joinery/core'), '@joinery/kit/verify': entry('@joinery/kit/verify') },
})}</script><script type="module">
  import { readPublicKeys, verifySignature } from '@joinery/kit/verify'
  globalThis.verify = ({ text, signature, key, at }) =>
    verifySignature({ document: JSON.parse(text), signature, keys: readPublicKeys(key), at })
</script>`

let browser: Browser
let signed: { text: string; signature: string; key: unknown }

beforeAll(async () => {
  const executablePath = findBrowser()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserArgs] })
  const bundle = bundleRuleSet(loadRuleSet('example-association', { from: [import.meta.filename] }).ruleSet!)
  const terms = { owner: 'Larkmoor', validFrom: '2026-01-01T00:00:00Z', validUntil: '2028-01-01T00:00:00Z' }
  const key = await generateKey(terms)
  const outcome = await signBundle(bundle, { key, at })
  if (!outcome.ok) throw new Error(outcome.message)
  signed = { text: bundle.text, signature: outcome.signature, key: publicHalf(key) }
})

afterAll(async () => {
  await browser?.close()
})

async function open(origin: string): Promise<Page> {
  const opened = await browser.newPage()
  await opened.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: page })
    if (!pathname.endsWith('.ts')) return route.fulfill({ status: 404 })
    const body = stripTypeScriptTypes(readFileSync(join(root, decodeURIComponent(pathname)), 'utf8'))
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  await opened.goto(origin)
  return opened
}

function verifyIn(opened: Page, text: string): Promise<unknown> {
  const verify = (input: object) => (globalThis as unknown as { verify: (of: object) => unknown }).verify(input)
  return opened.evaluate(verify, { ...signed, text, at })
}

describe('in a page', () => {
  test('a signed rule set is accepted, with the sources as they stand', async () => {
    const opened = await open('https://firm.example/')
    expect(await verifyIn(opened, signed.text)).toMatchObject({ ok: true, owner: 'Larkmoor' })
  })

  test('a rule set that was changed on its way is refused', async () => {
    const opened = await open('https://firm.example/')
    const outcome = await verifyIn(opened, signed.text.replace('"weight":1.5', '"weight":1.6'))
    expect(outcome).toMatchObject({ ok: false, reason: 'changed' })
  })

  test('where the browser has no crypto, it says so and does not accept', async () => {
    const opened = await open('http://firm.example/')
    expect(await verifyIn(opened, signed.text)).toMatchObject({ ok: false, reason: 'unsupported' })
  })
})
