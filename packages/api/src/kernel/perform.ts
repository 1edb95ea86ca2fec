import { createHash } from 'node:crypto'
import type { IdempotencyClaim, Stamp, Tx } from '@joinery/store'
import type { TenantPrincipal } from '../access/principal.ts'
import { limits } from '../limits.ts'
import type { Exchange } from './exchange.ts'
import type { AnyCall, AuditedReply, Operation, Reply } from './operation.ts'
import { Problem } from './problem.ts'
import type { JsonBody } from './read-body.ts'
import { render, respond, send, type Rendered } from './respond.ts'
import { respondLasting } from './respond-lasting.ts'

interface Performing {
  readonly operation: Operation
  readonly call: AnyCall
  readonly exchange: Exchange
  readonly body: JsonBody | undefined
}

/** Does the work of an operation: a reading on one snapshot, a change in one transaction with its audit entry. */
export async function perform(performing: Performing): Promise<Response> {
  const { operation, call, exchange } = performing
  const { work } = operation
  const { answer } = operation
  switch (work.kind) {
    case 'plain':
      return respond(await work.run(call), answer, exchange)
    case 'read':
      return performRead(performing, work.run)
    case 'write': {
      const claim = claimOf(performing)
      const prepared = await prepare(work.prepare, call, claim)
      const run: Run = (again, tx) => work.run(again, tx, prepared)
      return claim === undefined ? change(performing, run) : changeOnce(performing, run, claim)
    }
  }
}

async function performRead({ operation, call, exchange }: Performing, run: ReadRun): Promise<Response> {
  const { answer } = operation
  let stamp: Stamp | undefined
  const read = await call.service.store.read(tenantOf(call), async (tx) => {
    const reply = await run(call, tx)
    stamp = tx.standsOn
    return reply
  })
  const reply = await whole(read)
  if (operation.lasting !== true || stamp === undefined) return respond(reply, answer, exchange)
  return respondLasting({ reply, stamp, operation, call, exchange })
}

type ReadRun = Extract<Operation['work'], { readonly kind: 'read' }>['run']

async function whole(reply: Reply): Promise<Reply> {
  return reply.later === undefined ? reply : { ...reply, body: await reply.later() }
}

type Prepare = Extract<Operation['work'], { readonly kind: 'write' }>['prepare']

/** Nothing is prepared for what was done already, and is only told again. */
async function prepare(work: Prepare, call: AnyCall, claim: IdempotencyClaim | undefined): Promise<unknown> {
  if (work === undefined) return undefined
  const found = claim && (await call.service.store.read(tenantOf(call), (tx) => tx.idempotency.find(claim)))
  return found?.state === 'done' ? undefined : work(call)
}

/** Only operations for principals with a tenant read and write; the others were refused before. */
function tenantOf({ principal }: AnyCall): TenantPrincipal['tenant'] {
  if ('tenant' in principal) return principal.tenant
  throw new Problem('forbidden', 'This is only for those who belong to an association.')
}

type Run = (call: AnyCall, tx: Tx) => Promise<AuditedReply>

async function change({ operation, call, exchange }: Performing, run: Run): Promise<Response> {
  const reply = await call.service.store.write(tenantOf(call), async (tx) => {
    const done = await run(call, tx)
    await note(tx, call, done)
    return done
  })
  reply.committed?.()
  return respond(reply, operation.answer, exchange)
}

async function note(tx: Tx, { principal, requestId }: AnyCall, { audit }: AuditedReply): Promise<void> {
  await tx.audit.append({ actor: principal.id, requestId, ...audit })
}

type Once =
  | { readonly repeated: true; readonly rendered: Rendered }
  | { readonly repeated: false; readonly rendered: Rendered; readonly reply: AuditedReply }

/** The same, once for each idempotency key: claim, effect and answer are kept in one transaction. */
async function changeOnce(performing: Performing, run: Run, claim: IdempotencyClaim): Promise<Response> {
  const { call, exchange } = performing
  const { inFlight } = call.service
  const atWork = `${claim.principal}\0${claim.key}`
  if (inFlight.has(atWork)) throw inProgress()
  inFlight.add(atWork)
  try {
    const once = await call.service.store.write(tenantOf(call), (tx) => workOnce({ performing, run, claim, tx }))
    if (once.repeated) return send(exchange, { ...once.rendered, headers: { ...once.rendered.headers, ...replayed } })
    once.reply.committed?.()
    return send(exchange, once.rendered)
  } finally {
    inFlight.delete(atWork)
  }
}

const replayed = { 'idempotency-replayed': 'true' }

function inProgress(): Problem {
  return new Problem('request-in-progress', 'The first request with this key is still being worked on.', {
    headers: { 'Retry-After': '1' },
  })
}

interface Working {
  readonly performing: Performing
  readonly run: Run
  readonly claim: IdempotencyClaim
  readonly tx: Tx
}

async function workOnce({ performing, run, claim, tx }: Working): Promise<Once> {
  const { call, operation } = performing
  const { sealer } = call.service
  const outcome = await tx.idempotency.claim(claim)
  switch (outcome.state) {
    case 'in-flight':
      throw inProgress()
    case 'other-request':
      throw new Problem('idempotency-key-reused', 'This key was used for another request; make a new one.')
    case 'done': {
      const { response } = outcome
      const body = operation.secretAnswer ? sealer.open(response.body) : response.body
      return { repeated: true, rendered: { ...response, body } }
    }
    case 'claimed': {
      const reply = await run(call, tx)
      const rendered = render(reply, operation.answer)
      await note(tx, call, reply)
      const kept = { ...rendered, body: operation.secretAnswer ? sealer.seal(rendered.body) : rendered.body }
      await tx.idempotency.keep(
        { ...claim, ...(reply.audit.firm === undefined ? {} : { firm: reply.audit.firm }) },
        kept,
      )
      return { repeated: false, rendered, reply }
    }
  }
}

function claimOf({ operation, call, exchange, body }: Performing): IdempotencyClaim | undefined {
  const key = exchange.header('idempotency-key')
  if (key === undefined || operation.method !== 'post') return undefined
  if (!/^[\x21-\x7e]{1,128}$/.test(key))
    throw new Problem(
      'malformed-request',
      'An idempotency key has 1 to 128 characters: letters, digits, signs, no spaces.',
    )
  const { pathname } = new URL(call.url)
  const fingerprint = createHash('sha256')
    .update(`${operation.method}\0${pathname}\0${body?.text ?? ''}`)
    .digest('hex')
  const expiresAt = new Date(call.now.getTime() + limits.idempotencyHours * 3_600_000).toISOString()
  return { principal: call.principal.id, key, fingerprint, expiresAt }
}
