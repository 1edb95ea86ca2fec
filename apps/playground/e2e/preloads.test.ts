import type { BrowserContext } from 'playwright'
import { describe, expect, test } from 'vitest'
import { playgroundWithSiteAtWork } from './at-work.ts'

const at = playgroundWithSiteAtWork()

interface Made {
  readonly snippet: string
}

/** What the builder gives for a choice, on a page of another site. */
async function pasted(query: string): Promise<string> {
  const made = (await (await fetch(`${at.playground.address}builder/made.json?${query}`)).json()) as Made
  return at.site.put(`<!doctype html><html lang="en"><title>Host</title>${made.snippet}</html>`)
}

describe('what the first question needs is on its way before the first file has come, and is fetched once', () => {
  const ways = [
    { way: 'the loader', address: () => pasted('rules=iso-44003') },
    { way: 'one version', address: () => pasted('pinned=on') },
    { way: 'one version in German', address: () => pasted('pinned=on&lang=de'), part: 'de' },
    {
      way: 'one version, kept by the service',
      address: () => pasted(`pinned=on&keeping=service&key=${at.playground.key}`),
      part: 'open-service',
    },
    { way: 'the page for frames', address: () => `${at.playground.address}embed/iso-44003` },
    {
      way: 'the page for frames with a key',
      address: () => `${at.playground.address}embed/${at.playground.key}?rules=iso-44003`,
      part: 'open-service',
    },
  ]

  test.each(ways)('$way', async ({ address, part = 'questions' }) => {
    const context = await at.browser.newContext()
    const { page, requests, complaints } = await openHolding(context, part)
    await page.goto(await address())
    await page.getByRole('button', { name: /^(Start|Los)/ }).click()
    await page.getByRole('button', { name: /^(Continue|Weiter)/ }).click()
    await page.getByRole('radio').first().check()
    const files = requests.filter((url) => /\/(widgets|rules)\//.test(url))
    expect(files).toEqual([...new Set(files)])
    expect(complaints).toEqual([])
    await context.close()
  })

  /** Holds the first file back until a part was asked for, which then nothing but the page itself can have done. */
  async function openHolding(context: BrowserContext, part: string) {
    const page = await context.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => {
      if (/preload|integrity|policy/i.test(message.text())) complaints.push(message.text())
    })
    const asked = page.waitForRequest((request) => request.url().includes(`/joinery-${part}-`))
    await page.route('**/joinery.js', async (route) => {
      await asked
      await route.continue()
    })
    return { page, requests, complaints }
  }
})

test('a page of the service keeps answers in the service that it came from, and asks nobody else', async () => {
  const context = await at.browser.newContext()
  const page = await context.newPage()
  const origins = new Set<string>()
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  const sent: string[] = []
  page.on('response', (response) => {
    const request = response.request()
    const [, , what] = new URL(request.url()).pathname.split('/')
    if (request.method() !== 'GET') sent.push(`${request.method()} ${what} ${response.status()}`)
  })
  await page.goto(`${at.playground.address}embed/${at.playground.key}?rules=iso-44003`)
  await page.getByText(`kept by ${new URL(at.playground.address).host}`).waitFor()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('radio', { name: 'Yes' }).first().check()
  await page.getByText('Saved', { exact: true }).waitFor()
  await expect.poll(() => sent).toEqual(['POST visits 201', 'PATCH relationships 200'])
  expect([...origins]).toEqual([new URL(at.playground.address).origin])
  expect(await context.cookies()).toEqual([])
  await context.close()
})
