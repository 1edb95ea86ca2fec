import { expect, test } from 'vitest'
import { createCaller } from './caller.ts'
import { startDemonstration } from './demonstration-process.ts'
import { newFolder } from './folders.ts'

const folder = newFolder()

test(
  'the demonstration shows results, a badge and history, and the next start shows the same',
  { timeout: 180_000 },
  async () => {
    const { call, close } = createCaller()
    const first = await startDemonstration(folder)
    const home = await call(first.address, { path: '/' })
    const [, report] = /<a href="(\/demonstration\/[^"]+)">Harbour Joinery</.exec(String(home.body))!
    const [, badge] = /<img\s+src="([^"]+)"/.exec(String(home.body))!
    expect(await call(first.address, { path: report! })).toMatchObject({
      status: 200,
      headers: { 'content-security-policy': expect.stringMatching(/^default-src 'none'/) },
      body: expect.stringContaining('Castell &#38; Rowe Contractors'),
    })
    expect(await call(first.address, { path: badge! })).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringContaining('image/svg+xml') },
    })
    const id = report!.split('/').at(-1)
    const history = await call(first.address, { path: `/v1/relationships/${id}/results`, key: first.key })
    expect(history).toMatchObject({
      status: 200,
      body: {
        items: ['2026-11-16', '2026-08-17', '2026-05-18', '2026-02-16'].map((asOf) =>
          expect.objectContaining({ asOf }),
        ),
      },
    })
    expect(await call(first.address, { path: '/demonstration/nobody' })).toMatchObject({ status: 404 })

    // what somebody tries out there is shown to nobody else
    const { body: own } = await call(first.address, { path: '/v1/firms', key: first.key })
    const [firm] = (own as { items: { id: string }[] }).items
    const made = await call(first.address, {
      method: 'POST',
      path: `/v1/firms/${firm!.id}/relationships`,
      key: first.key,
      body: { record: { org: { name: 'Harbour Joinery' }, rel: { partnerName: 'Our best customer' } } },
    })
    expect(made.status).toBe(201)
    const { id: tried } = made.body as { id: string }
    expect(String((await call(first.address, { path: '/' })).body)).not.toContain('Our best customer')
    expect(await call(first.address, { path: `/demonstration/${tried}` })).toMatchObject({ status: 404 })
    expect(await first.stop()).toBe(0)

    const second = await startDemonstration(folder)
    expect(second.key).toBe(first.key)
    expect((await call(second.address, { path: report! })).status).toBe(200)
    expect(await second.stop()).toBe(0)
    close()
  },
)
