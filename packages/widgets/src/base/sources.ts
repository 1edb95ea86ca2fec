import type { ReactiveControllerHost } from 'lit'
import type { JoineryEvents } from '../events.ts'
import { loadJson } from '../rule-set/load-json.ts'
import { listen } from './listen.ts'

type Told = JoineryEvents['joinery-result']

/** Hears of each result of the assessment that the element is for. */
export function followResult(
  host: ReactiveControllerHost & { readonly for: string },
  take: (told: Told) => void,
): void {
  listen(host, 'joinery-result', ({ target, detail }) => {
    if (target instanceof Element && target.id === host.for && host.for !== '') take(detail)
  })
}

/** Fetches what an element draws; throws where it is something else. */
export async function loadShaped<Data>(src: string, isIt: (value: unknown) => value is Data): Promise<Data> {
  const value = await loadJson(src)
  if (!isIt(value)) throw new Error(`${src}: this is not what the element draws`)
  return value
}
