import type { ReadTx, Tx } from '@joinery/store'
import type * as z from 'zod'
import type { Principal, PrincipalKind } from '../access/principal.ts'
import type { Scope } from '../access/scopes.ts'
import type { Precondition } from './etag.ts'
import type { ProblemCode } from './problem-types.ts'
import type { Service } from './service.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/**
 * Whose thing it is that an operation reaches: one's own; one of another firm of the same association that has not
 * consented; one of another association. For an association "own" is a firm that has consented.
 */
type Ownership = 'own' | 'sibling' | 'foreign'

/** Who may do it: the row of the operation in the authorization matrix. What is not allowed here is refused. */
export interface Access {
  /** The scope that a key or token must have; `public` asks for none, and lets strangers in. */
  readonly scope: Scope | 'public'
  /** For each kind of principal that may ask at all: whose things it reaches. All other kinds are refused. */
  readonly allow: Readonly<Partial<Record<PrincipalKind, readonly Ownership[]>>>
}

/** How an operation answers when all is well: JSON by a schema, text of a media type, or nothing. */
export interface Answer {
  readonly status: number
  readonly description: string
  readonly schema?: z.ZodType
  readonly mediaType?: string
  /** Header names that come with it, and what they say. */
  readonly headers?: Readonly<Record<string, string>>
}

/** What a handler gives back; the body must fit the schema that was declared. */
type ReplyOf<Given extends Answer> = (ContentOf<Given> & ReplyMore) | Unchanged

type ContentOf<Given> = Given extends { readonly schema: infer Schema extends z.ZodType }
  ? { readonly body: z.input<Schema> | (() => z.input<Schema>) } | { readonly later: () => Promise<z.input<Schema>> }
  : Given extends { readonly mediaType: string }
    ? { readonly text: string | (() => string) } | { readonly bytes: Bytes }
    : object

/** A file that is no text; only readings answer with one. */
type Bytes = Uint8Array<ArrayBuffer>

/** The caller has it already: a reading that found out by `knows`, and then read nothing more. */
interface Unchanged {
  readonly unchanged: string
}

interface ReplyMore {
  /** Strong ETag; answers 304 to whoever has it already, without making the body. */
  readonly etag?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The same as the body, as JSON: for the few readings of which there are thousands a second. */
  readonly json?: () => string
  /** Of a lasting reading whose body was made: how it is made again, and about how many bytes it takes to keep that. */
  readonly again?: () => { readonly make: () => string; readonly bytes: number }
  /** Of a change: called once, when it is durable. */
  readonly committed?: () => void
}

/** Any reply, whatever its type. */
export interface Reply extends ReplyMore, Partial<Unchanged> {
  readonly body?: unknown
  /** Of a reading: makes the body when the reading is over, and keeps nobody from the store meanwhile. */
  readonly later?: () => Promise<unknown>
  readonly text?: string | (() => string)
  readonly bytes?: Bytes
}

/** What the audit log keeps of a change. */
interface AuditNote {
  /** `firm.create`, `relationship.update`. */
  readonly action: string
  readonly target: string
  /** The firm it concerns: the entry is found with the firm's others, and its hashes die with the firm's key. */
  readonly firm?: string
  /** What was there, and what is there now; only hashes are kept. */
  readonly before?: unknown
  readonly after?: unknown
}

/** A request that has been read, checked and let in. */
export interface Call<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly principal: Principal
  readonly requestId: string
  readonly now: Date
  /** Address and query as sent. */
  readonly url: string
  /** What If-Match asks for; on operations that are conditional. */
  readonly ifMatch: Precondition
  /** Whether the caller has what this ETag names; undefined for those who say nothing of what they have. */
  readonly knows: ((etag: string) => boolean) | undefined
  readonly service: Service
}

interface Described<Params, Query, Body, Given> {
  /** Unique; the name of the function in generated clients. */
  readonly id: string
  readonly method: Method
  /** As in OpenAPI: `/v1/firms/{firm}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly access: Access
  readonly params?: Params
  readonly query?: Query
  readonly body?: { readonly schema: Body; readonly mediaTypes?: readonly string[]; readonly most?: number }
  readonly answer: Given
  /** Problems of its own; those that every operation of its kind can have are added by themselves. */
  readonly problems?: readonly ProblemCode[]
  /** Whether If-Match is required. Default: on PUT, PATCH and DELETE. */
  readonly conditional?: boolean
  /** Answered to anybody at any rate, whatever they send with it: probes. */
  readonly free?: boolean
  /**
   * A reading whose answer hangs on nothing but the relationship in its address, the firm, the consents and the rule sets of
   * the tenant, the principal, the address and the day: it may be given again while the store says that it holds.
   */
  readonly lasting?: boolean
  /** The answer holds a secret that is shown once: what is kept for its repetition is encrypted. */
  readonly secretAnswer?: boolean
}

type Input<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = Call<
  z.output<Params>,
  z.output<Query>,
  z.output<Body>
>

type Work<Given extends Answer, In, Prepared> =
  /** Touches no data of a tenant. */
  | { readonly plain: (call: In) => ReplyOf<Given> | Promise<ReplyOf<Given>> }
  | { readonly read: (call: In, tx: ReadTx) => Promise<ReplyOf<Given>> }
  /** One transaction with its entry in the audit log; may be run again when the store asks for it. */
  | {
      /** What a change must wait for before its transaction, which waits for nothing: work in another thread. */
      readonly prepare?: (call: In) => Promise<Prepared>
      readonly write: (call: In, tx: Tx, prepared: Prepared) => Promise<ReplyOf<Given> & { readonly audit: AuditNote }>
    }

/** Any operation, whatever its types. */
export type Operation = Described<z.ZodObject, z.ZodObject, z.ZodType, Answer> & {
  readonly work:
    | { readonly kind: 'plain'; readonly run: (call: AnyCall) => Reply | Promise<Reply> }
    | { readonly kind: 'read'; readonly run: (call: AnyCall, tx: ReadTx) => Promise<Reply> }
    | {
        readonly kind: 'write'
        readonly prepare: ((call: AnyCall) => Promise<unknown>) | undefined
        readonly run: (call: AnyCall, tx: Tx, prepared: unknown) => Promise<AuditedReply>
      }
}

export type AuditedReply = Reply & { readonly audit: AuditNote }
export type AnyCall = Call<never, never, never>

/**
 * Declares one operation: its address, who may do it, what it takes, what it answers, and the work. The OpenAPI
 * document, the authorization matrix, the fuzzer and the checks at run time are all made from this one declaration.
 */
export function defineOperation<
  const Given extends Answer,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Prepared = undefined,
>(declared: Described<Params, Query, Body, Given> & Work<Given, Input<Params, Query, Body>, Prepared>): Operation {
  // the types have been checked here; past this point operations of all types stand in one list
  const operation = declared as unknown as Operation
  if ('write' in declared) {
    const { prepare, write } = declared
    return { ...operation, work: { kind: 'write', prepare: prepare as never, run: write as never } }
  }
  if ('read' in declared) return { ...operation, work: { kind: 'read', run: declared.read as never } }
  return { ...operation, work: { kind: 'plain', run: declared.plain as never } }
}

/** Whether a change must say which version it means. */
export function isConditional({ method, conditional }: Pick<Operation, 'method' | 'conditional'>): boolean {
  return conditional ?? (method === 'put' || method === 'patch' || method === 'delete')
}
