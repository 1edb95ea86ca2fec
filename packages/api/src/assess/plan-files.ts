import { planHtml, planLanguages, planMarkdown, planPolicy, type PlanDocument } from '@joinery/report/plan'
import type { ReadTx } from '@joinery/store'
import * as z from 'zod'
import { Problem } from '../kernel/problem.ts'
import { basisOf } from './basis.ts'

/** A form that a plan can be handed out in. */
interface PlanFile {
  /** What the id of an operation ends in. */
  readonly id: string
  readonly ending: string
  readonly mediaType: string
  readonly as: string
  readonly made: (plan: PlanDocument) => Made | Promise<Made>
}

type Made = ({ readonly text: string } | { readonly bytes: Uint8Array<ArrayBuffer> }) & {
  readonly headers?: Readonly<Record<string, string>>
}

export const planFiles: readonly PlanFile[] = [
  {
    id: '',
    ending: 'html',
    mediaType: 'text/html; charset=utf-8',
    as: 'one page',
    made: (plan) => ({
      text: planHtml(plan),
      headers: { 'content-security-policy': `${planPolicy(plan)}; frame-ancestors 'none'` },
    }),
  },
  {
    id: 'Markdown',
    ending: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    as: 'Markdown',
    made: (plan) => ({ text: planMarkdown(plan) }),
  },
  {
    id: 'Docx',
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    as: 'a Word document',
    // what writes Word documents is large, and few ask for one: it is loaded for the first of them
    made: async (plan) => {
      const { planDocx } = await import('@joinery/report/plan-docx')
      return { bytes: new Uint8Array(await planDocx(plan)) }
    },
  },
]

export const planQuery = z.strictObject({
  ruleSet: z.string().max(100).default('iso-44003').meta({ description: 'Whose headings it has' }),
  language: z
    .enum(planLanguages)
    .default('en')
    .meta({ description: 'Of headings, labels and days; what the firms wrote stays as it is' }),
  form: z.enum(['micro', 'full']).default('micro').meta({ description: '"micro" fits two pages' }),
})

/** The rule set whose headings a plan has, and the day that stands on it. */
export async function ruleSetForPlan(
  query: { readonly ruleSet: string },
  asking: Parameters<typeof basisOf>[1],
  tx: ReadTx,
) {
  const basis = await basisOf(query, asking, tx)
  if (basis.ruleSet.document.plan === undefined)
    throw new Problem('not-found', `The rule set "${basis.ruleSet.id}" has no headings for a plan.`)
  return basis
}

/** The answer that hands a plan out. */
export async function planFile(plan: PlanDocument, { ending, made }: PlanFile) {
  const { headers = {}, ...content } = await made(plan)
  const half = plan.half === 'private' ? 'private-plan' : 'plan'
  const name = `${half}-${plan.asOf}.${ending}`
  return { ...content, headers: { ...headers, 'content-disposition': `inline; filename="${name}"` } }
}
