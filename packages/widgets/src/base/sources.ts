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

/** What an element fetches by itself. */
export interface Wanted {
  /** Address of it as JSON; none where it is empty. */
  readonly from: 'src' | 'rules'
  /** The property that it is put into. */
  readonly to: string
  /** Whether it is what the element draws; without it anything is. */
  readonly isIt?: (value: unknown) => boolean
}

/** Fetches what an attribute names into a property, unless it names something else by then. Throws where it is something else. */
export async function fetchInto(
  host: Readonly<Record<Wanted['from'], string>>,
  { from, to, isIt = () => true }: Wanted,
): Promise<void> {
  const { [from]: address } = host
  if (address === '') return
  const value = await loadJson(address)
  if (!isIt(value)) throw new Error(`${address}: this is not what the element draws`)
  if (host[from] === address) Object.assign(host, { [to]: value })
}
