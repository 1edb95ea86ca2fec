import { aDay } from './days.ts'
import type { Stamp } from '@joinery/store'
import { keepAnswer } from './answer-memory.ts'
import { isKnown } from './etag.ts'
import type { Exchange } from './exchange.ts'
import type { AnyCall, Operation, Reply } from './operation.ts'
import { render, respond, send } from './respond.ts'

interface Lasting {
  readonly reply: Reply
  /** What the reading stood on. */
  readonly stamp: Stamp
  readonly operation: Operation
  readonly call: AnyCall
  readonly exchange: Exchange
}

/** Answers, and keeps the answer for whoever asks again before anything has changed. */
export function respondLasting(lasting: Lasting): Response {
  const { reply, operation, exchange } = lasting
  const { unchanged, etag } = reply
  const isHad = unchanged !== undefined || isKnown(exchange.header('if-none-match'), etag)
  if (isHad) {
    keep(lasting, unchanged ?? etag, undefined)
    return respond(reply, operation.answer, exchange)
  }
  const rendered = render(reply, operation.answer)
  keep(lasting, etag, rendered.body)
  return send(exchange, rendered)
}

function keep(
  { reply, stamp, operation, call, exchange }: Lasting,
  etag: string | undefined,
  text: string | undefined,
): void {
  const { principal, params, now, service } = call
  const { again } = reply
  const { incoming } = exchange
  if (incoming?.url === undefined || etag === undefined || !('tenant' in principal)) return
  const { relationship } = params as { readonly relationship: string }
  const until = endOfDay(now)
  const known = { operation: operation.id, tenant: principal.tenant, relationship, stamp, until, etag }
  const place = { principal, url: incoming.url }
  keepAnswer(service.answers, place, { ...known, text })
  if (text === undefined || again === undefined) return
  const { make, bytes } = again()
  service.sources.keep(place, { ...known, make }, bytes)
}

/** Assessments go by the day in UTC. */
function endOfDay(now: Date): number {
  return (Math.floor(now.getTime() / aDay) + 1) * aDay
}
