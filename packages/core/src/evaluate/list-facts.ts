import { dayOf } from '../day.ts'
import { readField } from '../facts/read.ts'
import { given } from '../facts/record.ts'
import type { Run } from '../facts/run.ts'
import { between, failure, notDue } from '../facts/values.ts'
import { ERROR, FALSE, TRUE, type StateCode } from '../operators/state.ts'

/** Judges one item of a list; what it needs besides the item is handed through. */
export type ItemTest<Context> = (context: Context, item: unknown) => StateCode

/** The filter (`where`) and the question (`that`); without either, an item passes and holds. */
interface ItemTests<Context> {
  readonly where: ItemTest<Context> | undefined
  readonly that: ItemTest<Context> | undefined
}

interface WithRun {
  readonly run: Run
}

/** How the items of a list came out: sure ones, and those that some unknown keeps open. */
interface Tally {
  /** Items that pass the filter for sure: those that hold, fail, or are open. */
  hold: number
  fail: number
  open: number
  /** Items that may pass the filter: those that would hold, fail, or be open. */
  maybeHold: number
  maybeFail: number
  maybeOpen: number
  broken: boolean
}

function tally<Context>(items: readonly unknown[], { where, that }: ItemTests<Context>, context: Context): Tally {
  const counts: Tally = { hold: 0, fail: 0, open: 0, maybeHold: 0, maybeFail: 0, maybeOpen: 0, broken: false }
  for (const item of items) {
    const passes = where === undefined ? TRUE : where(context, item)
    if (passes === FALSE) continue
    const holds = that === undefined ? TRUE : that(context, item)
    if (passes === ERROR || holds === ERROR) counts.broken = true
    if (passes === TRUE) {
      if (holds === TRUE) counts.hold++
      else if (holds === FALSE) counts.fail++
      else counts.open++
    } else if (holds === TRUE) counts.maybeHold++
    else if (holds === FALSE) counts.maybeFail++
    else counts.maybeOpen++
  }
  return counts
}

const brokenItem = failure('the condition on an item failed')

/** A list that says something, else undefined. */
export type Items = readonly unknown[] | undefined

type ListFact = <Context extends WithRun>(items: Items, tests: ItemTests<Context>, context: Context) => unknown

/** A fact about the items of a list: `open` where the list says nothing. */
function listFact(open: unknown, value: (tally: Tally, isWhole: boolean) => unknown): ListFact {
  return (items, tests, context) => {
    if (items === undefined) return open
    const found = tally(withoutBlanks(items), tests, context)
    return found.broken ? brokenItem : value(found, context.run.whole.has(items))
  }
}

/** Empty text in a list of plain text counts as not given; lists of records hold none. */
function withoutBlanks(items: readonly unknown[]): readonly unknown[] {
  if (typeof items[0] === 'object') return items
  return items.includes('') ? items.filter((item) => item !== '') : items
}

/** How many items pass: an interval where items are open, or where the list may be longer than recorded. */
export const countOf = /* @__PURE__ */ listFact(between(0, Number.POSITIVE_INFINITY), ({ hold, maybeHold }, isWhole) =>
  between(hold, isWhole ? hold + maybeHold : Number.POSITIVE_INFINITY),
)

/** Share of the items passing the filter that hold; not due where a known list has none that pass. */
export const shareOf = /* @__PURE__ */ listFact(undefined, ({ hold, fail, open, maybeHold, maybeFail, maybeOpen }) => {
  const sure = hold + fail + open
  if (sure === 0) return maybeHold + maybeFail + maybeOpen === 0 ? notDue : undefined
  const least = hold / (sure + maybeFail + maybeOpen)
  const most = (hold + open + maybeHold + maybeOpen) / (sure + maybeHold + maybeOpen)
  return between(least, most)
})

/** Whether every item passing the filter holds; not due where a known list has none that pass. */
export const everyOf = /* @__PURE__ */ listFact(undefined, ({ hold, fail, open, maybeHold, maybeFail, maybeOpen }) => {
  if (fail > 0) return false
  if (open + maybeFail + maybeOpen > 0) return undefined
  if (hold > 0) return true
  return maybeHold > 0 ? undefined : notDue
})

/** A field of the item with the newest `at`; of the last item where none has a date. */
export function newestOf(items: Items, { list, field }: { list: string; field: string }, run: Run): unknown {
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
