import { countOf, everyOf, fieldCountOf, missing, newestOf, shareOf, type ItemTest } from '../evaluate/list-facts.ts'
import { readFact, readField } from '../facts/read.ts'
import { listAt, type Run } from '../facts/run.ts'
import type { AddedOperators } from '../operators/operator.ts'
import type { StateCode } from '../operators/state.ts'
import { foldState, runEngine } from './engine.ts'
import { leavesOf, valueFact, type RawCondition, type RawParams } from './raw-conditions.ts'

export interface ListContext {
  readonly run: Run
  readonly named: Readonly<Record<string, RawCondition>>
  readonly operators: ReadonlySet<string>
  readonly added: AddedOperators | undefined
  /** Reads a fact of the record, or a limit of the rule set. */
  readonly read: (id: string) => unknown
}

/** The list facts as dynamic facts of an engine; conditions on items run on engines of their own. */
export function listFactsFor(context: ListContext): ReadonlyMap<string, (params: RawParams) => Promise<unknown>> {
  const { run } = context
  const tests = async ({ of, where, that }: RawParams) => ({
    where: where === undefined ? undefined : await itemTest(of, where, context),
    that: that === undefined ? undefined : await itemTest(of, that, context),
  })
  return new Map<string, (params: RawParams) => Promise<unknown>>([
    ['count', async (params) => countOf(listAt(run, params.of), await tests(params), context)],
    ['share', async (params) => shareOf(listAt(run, params.of), await tests(params), context)],
    ['every', async (params) => everyOf(listAt(run, params.of), await tests(params), context)],
    ['newest', async ({ of, field }) => newestOf(listAt(run, of), { list: of, field: field! }, run)],
    ['recorded', async ({ of }) => readFact(run, of) !== undefined],
  ])
}

/** Judges every item of a list beforehand, each on an engine of its own, and gives the verdicts back by item. */
async function itemTest(list: string, condition: RawCondition, context: ListContext): Promise<ItemTest<ListContext>> {
  const items = listAt(context.run, list) ?? []
  const verdicts = new Map<unknown, StateCode>()
  for (const item of items) verdicts.set(item, await judgeItem(list, item, { condition, context }))
  return (_context, item) => verdicts.get(item)!
}

async function judgeItem(
  list: string,
  item: unknown,
  { condition, context }: { condition: RawCondition; context: ListContext },
): Promise<StateCode> {
  const { run, named, read } = context
  const facts = new Map<string, unknown>([['count', ({ of }: RawParams) => fieldCountOf(item, of) ?? missing]])
  for (const leaf of leavesOf(condition, named)) {
    for (const side of [leaf, valueFact(leaf)]) {
      if (side?.fact === undefined || side.params !== undefined) continue
      facts.set(
        side.fact,
        side.fact.includes('.') ? read(side.fact) : (readField(run, list, { item, field: side.fact }) ?? missing),
      )
    }
  }
  const field = facts.get('recorded')
  facts.set('recorded', ({ of }: Partial<RawParams>) => (of === undefined ? field : readFact(run, of) !== undefined))
  const trees = await runEngine([{ name: 'item', condition }], { ...context, facts })
  return foldState(trees.get('item')!)
}
