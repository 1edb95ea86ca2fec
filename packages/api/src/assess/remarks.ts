import type { Exchange } from '@joinery/store'
import type * as z from 'zod'
import type { Remark } from '../schemas/plan.ts'

/** What is kept of a remark. */
export interface RemarkContent {
  readonly link: string
  /** The field it is about; null for the plan. */
  readonly field: string | null
  readonly comment: string
}

export function remarkOf({ id, state, content, createdAt }: Exchange): z.input<typeof Remark> {
  return { id, ...(content as RemarkContent), state: state === 'closed' ? 'closed' : 'open', createdAt }
}
