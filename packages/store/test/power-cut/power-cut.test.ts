import { beforeAll, describe, expect, test } from 'vitest'
import { cutTrials, record, type Recording } from './cut-trials.ts'

// What a writer asks of the disk can be recorded on Linux alone. `node packages/store/test/power-cut/run.ts --states 10000`
// does the same for longer.
describe.runIf(process.platform === 'linux')('when the power goes', { timeout: 120_000 }, () => {
  let recording: Recording
  beforeAll(async () => {
    recording = await record('full', 180)
  }, 120_000)

  test('everything acknowledged is there when it is back, and nothing in half, whatever the disk had not written yet', async () => {
    const syncs = recording.events.filter((event) => event.is === 'sync')
    // the log was moved into the file, by a thread of its own, and begun anew, which is when most can go wrong
    expect(syncs.map(({ file }) => file)).toEqual(expect.arrayContaining(['joinery.sqlite', 'joinery.sqlite-wal']))
    expect(new Set(syncs.map(({ thread }) => thread)).size).toBeGreaterThan(1)
    const starts = recording.events.filter(
      (event) => event.is === 'write' && event.file.endsWith('-wal') && event.offset === 0,
    )
    expect(starts.length).toBeGreaterThan(1)
    expect(await cutTrials(recording, { states: 50, seed: 44_003 })).toEqual({
      states: 50,
      losing: 0,
      mostLost: 0,
      broken: [],
    })
  })

  // killing a process cannot tell these from the store as it is; this must
  test('a store that did not sync its commits would be found out', async () => {
    const { losing, broken } = await cutTrials(await record('normal', 90), { states: 20, seed: 44_003 })
    expect(losing).toBeGreaterThan(3)
    expect(broken).toEqual([])
  })

  test('a disk that only says that it has synced would be found out', async () => {
    const { losing, broken } = await cutTrials(recording, { states: 30, seed: 44_003, lying: true })
    expect(losing).toBeGreaterThan(3)
    expect(broken.length).toBeGreaterThan(0)
  })
})
