import { expect, test } from 'vitest'
import { createDisk, survivals, type Files } from './disk.ts'
import type { DiskEvent } from './record.ts'

const write = (offset: number, text: string): DiskEvent => ({
  is: 'write',
  file: 'log',
  offset,
  bytes: Buffer.from(text),
})
const before: Files = new Map([['log', Buffer.from('old')]])
const never = () => 0

function logAfter(events: readonly DiskEvent[], survival: (typeof survivals)[number], random = never) {
  const disk = createDisk(before)
  for (const event of events) disk.take(event)
  return disk.afterCut(survival, random).get('log')?.toString()
}

const begin = (thread: string): DiskEvent => ({ is: 'sync-begin', file: 'log', thread })
const end = (thread: string): DiskEvent => ({ is: 'sync', file: 'log', thread })
const synced: DiskEvent[] = [write(0, 'new'), begin('one'), end('one')]

test.each(survivals)('what was synced is there, with %s of the rest', (survival) => {
  expect(logAfter([...synced, write(3, '!')], survival, () => 1)).toMatch(/^new/)
})

const rest: (readonly [what: string, events: DiskEvent[], none: string, all: string])[] = [
  ['a write', [write(0, 'new')], 'old', 'new'],
  ['a write after the end', [write(5, 'x')], 'old', 'old\0\0x'],
  ['a file cut to nothing', [{ is: 'truncate', file: 'log', size: 0 }], 'old', ''],
  ['a file cut short and written on', [{ is: 'truncate', file: 'log', size: 1 }, write(2, 'x')], 'old', 'o\0x'],
]

test.each(rest)('%s that was not synced may be there or not', (_, events, none, all) => {
  expect(logAfter(events, 'none')).toBe(none)
  expect(logAfter(events, 'all')).toBe(all)
})

test('what is written while a thread syncs is not safe when it has, whoever else syncs at the same time', () => {
  const events = [write(0, 'new'), begin('one'), write(3, '!'), begin('other'), write(4, '?'), end('one')]
  expect(logAfter(events, 'none')).toBe('new')
  expect(logAfter([...events, end('other')], 'none')).toBe('new!')
  expect(logAfter([...events, end('other'), begin('one'), end('one')], 'none')).toBe('new!?')
})

test('of a write over several sectors some may be there, and others not', () => {
  const events = [write(0, 'a'.repeat(512) + 'b'.repeat(512))]
  // the first sector was written out before the write, the second after it
  const moments = [0, 1]
  const found = logAfter(events, 'some sectors', () => moments.shift()!)
  expect(found).toBe(`old${'\0'.repeat(509)}${'b'.repeat(512)}`)
})

test('a new file is there for sure once its folder was synced', () => {
  const disk = createDisk(new Map())
  for (const event of synced) disk.take(event)
  expect(disk.afterCut('none', never).size).toBe(0)
  disk.take({ is: 'sync-folder' })
  expect(disk.afterCut('none', never).get('log')?.toString()).toBe('new')
})
