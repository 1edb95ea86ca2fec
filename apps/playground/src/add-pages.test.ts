import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addPages } from './add-pages.ts'

const says = 'its elements have not been'

function site(isBuilt: boolean): Hono {
  const app = new Hono()
  if (isBuilt) app.get('/widgets/loader.js', (context) => context.text(''))
  addPages(app, () => 'pk_1')
  return app
}

test.each(['/', '/partners.html', '/frame.html', '/strict.html', '/edit.html'])(
  'where the elements have not been built, %s says so and what to do, and nothing of it where they have',
  async (path) => {
    const missing = await (await site(false).request(path)).text()
    expect(missing).toContain(says)
    expect(missing).toContain('npx --yes pnpm@12 start')
    expect(await (await site(true).request(path)).text()).not.toContain(says)
  },
)

test('a page without elements has nothing to miss', async () => {
  const page = await (await site(false).request('/no-script.html')).text()
  expect(page).not.toContain(says)
  expect(page).toContain('/forms/pk_1')
})
