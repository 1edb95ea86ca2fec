import { dayOf } from '../day.ts'
import { readField } from '../facts/read.ts'
import { given } from '../facts/record.ts'
import { listAt, type Run } from '../facts/run.ts'
import { between, failure, notDue } from '../facts/values.ts'
import { ERROR, FALSE, TRUE, type StateCode } from '../operators/state.ts'

/** Judges one item of a list. */
export type ItemTest = (item: unknown) => StateCode

/** How the items of a list came out: sure ones, and those that some unknown keeps open. */
interface Tally {
  /** Items that pass the filter for sure: those that hold, fail, or are open. */
  readonly hold: number
  readonly fail: number
  readonly open: number
  /** Items that may pass the filter: those that would hold, fail, or be open. */
  readonly maybeHold: number
  readonly maybeFail: number
  readonly maybeOpen: number
  readonly broken: boolean
}

/** Sorts the items by filter (`where`) and question (`that`); without either, an item passes and holds. */
function tally(items: readonly unknown[], where: ItemTest | undefined, that: ItemTest | undefined): Tally {
  const sure = [0, 0, 0]
  const maybe = [0, 0, 0]
  let broken = false
  for (const item of items) {
    const passes = where === undefined ? TRUE : where(item)
    if (passes === FALSE) continue
    const holds = that === undefined ? TRUE : that(item)
    broken ||= passes === ERROR || holds === ERROR
    const counts = passes === TRUE ? sure : maybe
    const column = columnOf(holds)
    counts[column] = counts[column]! + 1
  }
  const [hold = 0, fail = 0, open = 0] = sure
  const [maybeHold = 0, maybeFail = 0, maybeOpen = 0] = maybe
  return { hold, fail, open, maybeHold, maybeFail, maybeOpen, broken }
}

function columnOf(state: StateCode): 0 | 1 | 2 {
  if (state === TRUE) return 0
  return state === FALSE ? 1 : 2
}

const brokenItem = failure('the condition on an item failed')

/** How many items pass: an interval where items are open, or where the list may be longer than recorded. */
export function countOf(run: Run, list: string, where: ItemTest | undefined): unknown {
  const items = listAt(run, list)
  if (items === undefined) return between(0, Number.POSITIVE_INFINITY)
  const counted = tally(
    items.filter((item) => item !== ''),
    where,
    undefined,
  )
  if (counted.broken) return brokenItem
  const most = run.whole.has(items) ? counted.hold + counted.maybeHold : Number.POSITIVE_INFINITY
  return between(counted.hold, most)
}

/** Share of the items passing the filter that hold; not due where a known list has none that pass. */
export function shareOf(run: Run, list: string, tests: { where: ItemTest | undefined; that: ItemTest }): unknown {
  const items = listAt(run, list)
  if (items === undefined) return undefined
  const { hold, fail, open, maybeHold, maybeFail, maybeOpen, broken } = tally(items, tests.where, tests.that)
  if (broken) return brokenItem
  const sure = hold + fail + open
  if (sure === 0) return maybeHold + maybeFail + maybeOpen === 0 ? notDue : undefined
  const least = hold / (sure + maybeFail + maybeOpen)
  const most = (hold + open + maybeHold + maybeOpen) / (sure + maybeHold + maybeOpen)
  return between(least, most)
}

/** Whether every item passing the filter holds; not due where a known list has none that pass. */
export function everyOf(run: Run, list: string, tests: { where: ItemTest | undefined; that: ItemTest }): unknown {
  const items = listAt(run, list)
  if (items === undefined) return undefined
  const { hold, fail, open, maybeHold, maybeFail, maybeOpen, broken } = tally(items, tests.where, tests.that)
  if (broken) return brokenItem
  if (fail > 0) return false
  if (open + maybeFail + maybeOpen > 0) return undefined
  if (hold > 0) return true
  return maybeHold > 0 ? undefined : notDue
}

/** A field of the item with the newest `at`; of the last item where none has a date. */
export function newestOf(run: Run, list: string, field: string): unknown {
  const items = listAt(run, list)
  if (items === undefined || items.length === 0) return undefined
  let newest = items.at(-1)
  let newestDay = Number.NEGATIVE_INFINITY
  for (const item of items) {
    const day = dayOf(given(item, 'at'))
    if (day !== undefined && day >= newestDay) [newest, newestDay] = [item, day]
  }
  return readField(run, list, { item: newest, field })
}

/** How many items a list inside an item has; undefined where the item has no such list. */
export function fieldCountOf(item: unknown, name: string): unknown {
  const inner = given(item, name)
  return Array.isArray(inner) ? inner.length : undefined
}

/**
 * What a field of an item reads as where the item leaves it out. A test on it is false: the person wrote the item and left
 * it out. (What lies outside the item and is not known stays unknown.)
 */
export const missing: unique symbol = Symbol('missing')
