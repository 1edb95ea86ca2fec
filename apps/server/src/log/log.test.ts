import type { LogEntry } from '@joinery/api'
import { StoreError } from '@joinery/store'
import { expect, test } from 'vitest'
import { createLog } from './create-log.ts'

const secret = new Uint8Array(32).fill(5)

function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'info'): Record<string, unknown>[] {
  const lines: string[] = []
  const log = createLog({
    level,
    secret,
    destination: { write: (text) => void lines.push(...text.trim().split('\n')) },
  })
  write(log)
  log.flush()
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

const entry: LogEntry = {
  level: 'info',
  requestId: 'req-12345678',
  operation: 'getFirm',
  status: 200,
  principal: 'key:018f',
  tenant: '0190b8e4-1111-7000-8000-000000000001',
  milliseconds: 1.23456,
}

test('a request is one line with its id, operation, status and time', () => {
  expect(logged((log) => log.request(entry))).toEqual([
    expect.objectContaining({
      level: 30,
      msg: 'request',
      requestId: 'req-12345678',
      operation: 'getFirm',
      status: 200,
      principal: 'key:018f',
      ms: 1.23,
    }),
  ])
})

test('a tenant is named by a hash, the same each time and different with another secret', () => {
  const [first, second] = logged((log) => {
    log.request(entry)
    log.request(entry)
  })
  expect(first!['tenant']).toMatch(/^[0-9a-f]{12}$/)
  expect(second!['tenant']).toBe(first!['tenant'])
  expect(JSON.stringify(first)).not.toContain(entry.tenant)
})

test('a person is named by a hash: what a provider calls them may be their address', () => {
  const [line] = logged((log) => log.request({ ...entry, principal: 'person:ines@harbour.example' }))
  expect(line!['principal']).toMatch(/^person:[0-9a-f]{12}$/)
})

test('of an error only its kind and place are kept: its message may hold what somebody wrote', () => {
  const error = new TypeError('cannot read "our partner is late with CANARY"', { cause: new Error('CANARY') })
  const [line] = logged((log) => log.request({ ...entry, level: 'error', status: 500, error }))
  expect(line!['error']).toMatchObject({
    name: 'TypeError',
    at: expect.stringContaining('log.test.ts'),
    cause: { name: 'Error' },
  })
  expect(JSON.stringify(line)).not.toContain('CANARY')
})

test('what the store says of itself is kept', () => {
  const [line] = logged((log) =>
    log.failure('warn', 'the backup failed', new StoreError('unavailable', 'PostgreSQL does not answer.')),
  )
  expect(line!['error']).toMatchObject({
    name: 'StoreError',
    code: 'unavailable',
    message: 'PostgreSQL does not answer.',
  })
})

test('below the level nothing is written', () => {
  expect(logged((log) => log.request(entry), 'error')).toEqual([])
})
