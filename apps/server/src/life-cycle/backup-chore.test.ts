import { readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { folderWith } from '../../test/folders.ts'
import type { Log } from '../log/create-log.ts'
import { backupChore } from './backup-chore.ts'

const silent: Log = {
  say: () => undefined,
  failure: () => undefined,
  request: () => undefined,
  work: () => undefined,
  flush: () => undefined,
}

/** A folder in which these backups are, and what is in it after the chore at eight o'clock. */
async function afterChore(...there: readonly string[]): Promise<string[]> {
  const folder = folderWith(Object.fromEntries(there.map((name) => [name, ''])))
  const write = (file: string) => {
    writeFileSync(file, 'new')
    return Promise.resolve(3)
  }
  const now = () => new Date('2026-11-24T08:00:00Z')
  const chore = backupChore({ folder, everyHours: 24, kept: 2 }, { write, log: silent, now })
  await chore.run(() => false)
  return readdirSync(folder).toSorted()
}

const backupOf = (day: number, hour: string) => `joinery-202611${day}T${hour}0000Z.backup`
const fresh = backupOf(24, '08')

test('the first backup does not wait for a day to pass', async () => {
  expect(await afterChore()).toEqual([fresh])
})

test('however often the service is started anew, there is one each day', async () => {
  expect(await afterChore(backupOf(23, '09'))).toEqual([backupOf(23, '09')])
  expect(await afterChore(backupOf(23, '08'))).toEqual([backupOf(23, '08'), fresh])
})

test('the oldest ones go, and nothing else of what lies there', async () => {
  const there = [backupOf(20, '08'), backupOf(21, '08'), backupOf(22, '08'), 'joinery.sqlite.key', 'monday.backup']
  expect(await afterChore(...there)).toEqual([backupOf(22, '08'), fresh, 'joinery.sqlite.key', 'monday.backup'])
})
