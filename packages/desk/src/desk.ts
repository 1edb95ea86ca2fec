import type { TemplateResult } from 'lit'
import type { FirmService } from './service/firm-service.ts'

/** What every page of the desk can ask for. */
export interface Desk {
  readonly service: FirmService
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly redraw: () => void
  /** Runs something that asks the service; what goes wrong is shown at the top of the page. */
  readonly run: (work: () => Promise<void>) => Promise<void>
  /** Says that something was done, aloud too. */
  readonly say: (text: string) => void
}

/** One page of the desk: it keeps its own state, and draws it. */
export interface Page {
  readonly title: string
  readonly view: () => TemplateResult
  /** Keeps what was written; another page is opened only when that is done. */
  readonly leave?: () => Promise<void>
}

/** Opens a page; what it needs is fetched before it is shown. */
export type OpenPage = (desk: Desk, path: readonly string[]) => Promise<Page>
