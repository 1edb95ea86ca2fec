import type { ReportBlock, ReportSection } from '@joinery/core/plugin'
import { forecastErrorOf } from './facts/forecasts.ts'
import { isUnannounced } from './facts/products.ts'
import { foodOf, type ProductChange } from './food.ts'

/** What the two firms want to see at a glance: how fast they trace, how well they plan, and what came unannounced. */
export const supplySection: ReportSection = {
  id: 'food/supply',
  title: 'Food supply',
  reads: ['ext.food.productChanges', 'ext.food.traceTestHours', 'ext.food.forecasts', 'ext.food.perishableDays'],
  build: ({ record }, { asOf }) => {
    const { productChanges = [], ...facts } = foodOf(record) as Facts
    const unannounced = productChanges.filter((change) => isUnannounced(change, asOf))
    const items = [
      traceWords(facts.traceTestHours),
      errorWords(forecastErrorOf(facts.forecasts)),
      paidWords(facts.perishableDays),
    ]
    return [{ is: 'list', items }, ...(unannounced.length === 0 ? [] : [tableOf(unannounced)])]
  },
}

type Facts = ReturnType<typeof foodOf> & {
  readonly traceTestHours?: unknown
  readonly perishableDays?: unknown
}

const mostRows = 25

function tableOf(changes: readonly ProductChange[]): ReportBlock {
  const columns = ['Delivered before it was announced', 'What changed', 'Announced', 'First delivered']
  return { is: 'table', columns, rows: changes.slice(0, mostRows).map(rowOf) }
}

function rowOf({ product = 'no name', what, kind, announcedAt, firstDeliveryAt }: ProductChange): string[] {
  return [product, what ?? kind ?? 'not said', announcedAt ?? 'not at all', firstDeliveryAt ?? 'no day']
}

function traceWords(hours: unknown): string {
  if (typeof hours !== 'number') return 'How long it takes to trace a batch of the partner is not known yet.'
  return `The last trace of a batch of the partner took ${hours === 1 ? 'an hour' : `${hours} hours`}.`
}

function errorWords(share: number | undefined): string {
  if (share === undefined) return 'How good the forecasts are is not known yet.'
  return `Orders differed from the forecast by ${Math.round(share * 100)} % in all.`
}

function paidWords(days: unknown): string {
  if (typeof days !== 'number') return 'How fast perishable goods are paid for is not known yet.'
  return `The slowest payment for perishable goods took ${days === 1 ? 'a day' : `${days} days`}.`
}
