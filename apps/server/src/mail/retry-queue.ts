/** What became of one try. */
type Tried = 'done' | 'later' | 'never'

export interface RetryQueue<Item> {
  readonly add: (item: Item) => void
  readonly size: () => number
  /** Waits for what is being tried; gives how many were given up, because they waited. */
  readonly stop: () => Promise<number>
}

export interface RetryOptions<Item> {
  readonly attempt: (item: Item, tries: number) => Promise<Tried>
  /** How long to wait before each further try; past the last one it is given up. */
  readonly waitsMs: readonly number[]
  readonly ended: (item: Item, how: 'done' | 'given up') => void
}

interface Queued<Item> {
  readonly item: Item
  readonly tries: number
}

const atOnce = 4

/** Does things a few at once, and again later what did not work; in memory alone. */
export function createRetryQueue<Item>(options: RetryOptions<Item>): RetryQueue<Item> {
  const state: State<Item> = { ...options, queue: [], timers: new Set(), running: new Set() }
  const { queue, timers, running } = state
  return {
    add: (item) => {
      queue.push({ item, tries: 0 })
      takeUp(state)
    },
    size: () => queue.length + timers.size + running.size,
    stop: async () => {
      let left = queue.splice(0).length + timers.size
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      await Promise.all(running)
      // what was being tried may have been put off
      left += queue.length + timers.size
      for (const timer of timers) clearTimeout(timer)
      return left
    },
  }
}

interface State<Item> extends RetryOptions<Item> {
  readonly queue: Queued<Item>[]
  readonly timers: Set<NodeJS.Timeout>
  readonly running: Set<Promise<void>>
}

function takeUp<Item>(state: State<Item>): void {
  const { queue, running } = state
  while (running.size < atOnce) {
    const next = queue.shift()
    if (next === undefined) return
    const work = tryOne(next, state).finally(() => {
      running.delete(work)
      takeUp(state)
    })
    running.add(work)
  }
}

async function tryOne<Item>({ item, tries }: Queued<Item>, state: State<Item>): Promise<void> {
  const tried = await state.attempt(item, tries + 1)
  const wait = tried === 'later' ? state.waitsMs[tries] : undefined
  if (wait === undefined) return state.ended(item, tried === 'done' ? 'done' : 'given up')
  const timer = setTimeout(() => {
    state.timers.delete(timer)
    state.queue.push({ item, tries: tries + 1 })
    takeUp(state)
  }, wait).unref()
  state.timers.add(timer)
}
