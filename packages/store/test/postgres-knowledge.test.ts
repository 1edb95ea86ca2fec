import { expect, test } from 'vitest'
import { createKnowledge, prunedMark, stampOf, type Knowledge } from '../src/engine/postgres-knowledge.ts'
import { parseSnapshot, sees, seesAllOf, type Snapshot } from '../src/engine/postgres-snapshot.ts'
import type { Reading } from '../src/index.ts'

const tenant = { id: 'coast' } as Reading['tenant']
const places = ['', 'coast', 'inland', ...['a', 'b', 'c', 'd'].flatMap((id) => [`coast/${id}`, `inland/${id}`])]

/** A number from 0 up to, not including, `below`; the same row of them for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Row {
  readonly by: number
  readonly place: string
}

/** PostgreSQL in small: transactions that begin and end in any order, and the table of what they changed. */
function createDatabase() {
  let next = 100
  let beginning = 0
  const atWork = new Map<number, readonly string[]>()
  let table: Row[] = []
  /** Everything that was ever changed, in the order of its commits. */
  const done: Row[] = []
  const snapshot = (): Snapshot => {
    const working = [...atWork.keys()].toSorted((left, right) => left - right)
    const end = working.length > 0 && working.at(-1) === next - 1 ? next - 1 : next
    const seen = working.filter((number) => number < end)
    return parseSnapshot(`${working[0] ?? next}:${end}:${seen.join(',')}`)
  }
  const commit = (by: number, rows: readonly Row[]) => {
    atWork.delete(by)
    table.push(...rows)
    done.push(...rows)
  }
  return {
    snapshot,
    begin: (changed: readonly string[]) => void atWork.set(next++, changed),
    commit: (which: number) => {
      const by = [...atWork.keys()][which % atWork.size]
      if (by !== undefined)
        commit(
          by,
          atWork.get(by)!.map((place) => ({ by, place })),
        )
    },
    takeBack: (which: number) => void atWork.delete([...atWork.keys()][which % Math.max(atWork.size, 1)] ?? 0),
    prune: ({ oldest }: Snapshot) => {
      const left = table.filter(({ by }) => by >= oldest)
      const isAnyGone = left.length < table.length
      table = left
      const by = next++
      if (isAnyGone) table.push({ by, place: `${prunedMark}${oldest}` })
    },
    crash: () => {
      atWork.clear()
      table = []
      beginning++
    },
    answer: (heard: string | null) => {
      const now = snapshot()
      const last = heard === null ? undefined : parseSnapshot(heard)
      const told = last === undefined ? [] : table.filter(({ by }) => sees(now, by) && !sees(last, by))
      const rows = told.map(({ by, place }) => [String(by), place])
      return [now.text, 'today', String(beginning), rows.length === 0 ? null : JSON.stringify(rows)]
    },
    changed: () => done.length,
    changesSince: (count: number) => done.slice(count),
  }
}

interface Read {
  readonly id: string
  readonly stamp: string
  /** How many changes there had been. */
  readonly changed: number
}

/** Runs one history; returns how often a reading that had to be old was said to hold, and how often a good one was. */
function live(seed: number, make: () => Knowledge) {
  const pick = chance(seed)
  const database = createDatabase()
  const processes = [make(), make()].map((knowledge) => ({ knowledge, readings: [] as Read[] }))
  const old = [database.snapshot()]
  const counts = { missed: 0, held: 0, forgotten: 0 }
  const change = () => Array.from({ length: 1 + pick(2) }, () => places[pick(20) === 0 ? pick(3) : 3 + pick(8)]!)
  const look = ({ knowledge, readings }: (typeof processes)[number]) => {
    const stamp = stampOf(knowledge.era(), `${database.snapshot().text} today`)
    readings.push({ id: ['a', 'b', 'c', 'd'][pick(4)]!, stamp, changed: database.changed() })
  }
  const judge = ({ knowledge, readings }: (typeof processes)[number]) => {
    expect(knowledge.hear(database.answer(knowledge.heard()))).toBe(true)
    for (const { id, stamp, changed } of readings.slice(-30)) {
      const reach = new Set(['', 'coast', `coast/${id}`])
      const isOld = database.changesSince(changed).some(({ place }) => reach.has(place))
      const isHeld = knowledge.holds({ tenant, relationship: id, stamp })
      if (isHeld) counts[isOld ? 'missed' : 'held']++
      else if (!isOld) counts.forgotten++
    }
  }
  const prune = () => {
    database.prune(old[pick(old.length)]!)
    old.push(database.snapshot())
  }
  for (let step = 0; step < 400; step++) {
    const process = processes[pick(8) === 0 ? 1 : 0]!
    const what = pick(100)
    if (what < 30) database.begin(change())
    else if (what < 55) database.commit(pick(9))
    else if (what < 58) database.takeBack(pick(9))
    else if (what < 78) look(process)
    else if (what < 97) judge(process)
    else if (what < 99) prune()
    else if (pick(4) === 0) database.crash()
  }
  return counts
}

function liveOften(make: () => Knowledge) {
  const all = Array.from({ length: 300 }, (_, seed) => live(seed, make))
  const sum = (name: 'forgotten' | 'held' | 'missed') => all.reduce((total, counts) => total + counts[name], 0)
  return { missed: sum('missed'), held: sum('held'), forgotten: sum('forgotten') }
}

test('in no history is a reading said to hold that a change has reached, and most others are', () => {
  const { missed, held, forgotten } = liveOften(() => createKnowledge())
  expect(missed).toBe(0)
  expect(held).toBeGreaterThan(forgotten)
})

test('who can keep but few places forgets more, and misses nothing either', () => {
  const { missed, held } = liveOften(() => createKnowledge(3))
  expect(missed).toBe(0)
  expect(held).toBeGreaterThan(1_000)
})

test('a history in which some changes are not told of is noticed', () => {
  const deaf = () => {
    const knowledge = createKnowledge()
    let answers = 0
    const hear: Knowledge['hear'] = (answer) =>
      knowledge.hear(answers++ % 10 === 9 ? [...answer!.slice(0, 3), null] : answer)
    return { ...knowledge, hear }
  }
  expect(liveOften(deaf).missed).toBeGreaterThan(100)
})

test.each<[later: string, earlier: string, all: boolean]>([
  ['10:10:', '10:10:', true],
  ['10:11:', '10:10:', true],
  ['10:10:', '10:11:', false],
  ['10:12:10', '10:12:10,11', true],
  ['10:12:10,11', '10:12:10', false],
  ['10:10:', '10:12:10,11', true],
  ['10:11:10', '10:13:10,11', false],
])('%s sees all that %s sees: %s', (later, earlier, all) => {
  expect(seesAllOf(parseSnapshot(later), parseSnapshot(earlier))).toBe(all)
})

test('nothing is known before the first answer, without a beginning of the table, or of another server', () => {
  const knowledge = createKnowledge()
  const holds = (server: string) =>
    knowledge.holds({ tenant, relationship: 'a', stamp: stampOf(knowledge.era(), `10:10: ${server}`) })
  expect([knowledge.heard(), holds('today')]).toEqual([null, false])
  expect(knowledge.hear(undefined)).toBe(true)
  expect(knowledge.hear(['10:10:', 'today', null, null])).toBe(false)
  expect(holds('today')).toBe(false)
  knowledge.hear(['10:10:', 'today', 'first', null])
  expect([holds('today'), holds('yesterday')]).toEqual([true, false])
})
