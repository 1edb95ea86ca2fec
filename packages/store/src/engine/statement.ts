import { hash } from 'node:crypto'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  TableNode,
  type Compilable,
  type CompiledQuery,
  type Dialect,
  type KyselyPlugin,
  type OperationNode,
} from 'kysely'
import type { Engine } from '../contract/store.ts'
import type { Schema } from '../schema/tables.ts'

/** Builds queries, typed by the tables; it never runs them. */
export type Builder = Kysely<Schema>

/** A query written once and compiled once for each engine; run with other arguments each time. */
export interface Statement<Args, Row> {
  readonly build: (db: Builder, args: Args) => Compilable<Row>
  readonly compiled: Map<Engine, Compiled<Row>>
}

interface Compiled<Row> extends CompiledQuery<Row> {
  readonly name: string
  readonly writes: string | undefined
}

/**
 * The arguments may only be placed in the query, never looked at: while it is compiled they are place holders.
 */
export function statement<Args, Row>(build: Statement<Args, Row>['build']): Statement<Args, Row> {
  return { build, compiled: new Map() }
}

/** The SQL of a statement and its parameters in order. */
export function bind<Args, Row>(
  builder: Builder,
  engine: Engine,
  { statement: { build, compiled }, args }: { readonly statement: Statement<Args, Row>; readonly args: Args },
): BoundQuery {
  let query = compiled.get(engine)
  if (query === undefined) {
    const made = build(builder, placeHolders as Args).compile()
    query = { ...made, name: preparedName(made.sql), writes: tableWrittenBy(made) }
    compiled.set(engine, query)
  }
  const values = args as Readonly<Record<string, unknown>>
  return {
    sql: query.sql,
    name: query.name,
    parameters: query.parameters.map((value) => (value instanceof PlaceHolder ? values[value.name] : value)),
    ...(query.writes === undefined ? {} : { written: { table: query.writes, id: values['id'] } }),
  }
}

/** Of the text itself: the same name never stands for two statements, whoever prepared it. */
export function preparedName(sql: string): string {
  return `j${hash('sha256', sql).slice(0, 24)}`
}

/** The table that a query changes; undefined for one that reads. */
function tableWrittenBy({ query }: Pick<CompiledQuery, 'query'>): string | undefined {
  if (query.kind === 'SelectQueryNode') return undefined
  if (query.kind === 'InsertQueryNode') return nameOf(query.into)
  if (query.kind === 'UpdateQueryNode') return nameOf(query.table)
  return query.kind === 'DeleteQueryNode' ? nameOf(query.from.froms[0]) : 'unknown'
}

function nameOf(node: OperationNode | undefined): string {
  return node !== undefined && TableNode.is(node) ? node.table.identifier.name : 'unknown'
}

/** The same for SQL as it stands: nobody can tell what a text changes, unless it only reads or locks. */
export function writtenByText(sql: string): Pick<BoundQuery, 'written'> {
  return /^\s*(?:select|lock table)\s[^;]*$/iu.test(sql) ? {} : { written: { table: undefined } }
}

/** A query that is compiled for this one time. */
export function unbound<Row>(query: Compilable<Row>): BoundQuery {
  const compiled = query.compile()
  const table = tableWrittenBy(compiled)
  return { ...compiled, ...(table === undefined ? {} : { written: { table } }) }
}

/** What a statement writes: a table, and which row of it where the statement names one. */
export interface Written {
  /** Undefined where nobody can tell. */
  readonly table: string | undefined
  readonly id?: unknown
}

export interface BoundQuery {
  readonly sql: string
  /** Of one that is run again and again, with other parameters. */
  readonly name?: string
  readonly parameters: readonly unknown[]
  /** Of one that changes something. */
  readonly written?: Written
}

export function createBuilder(engine: Engine, plugins: readonly KyselyPlugin[] = []): Builder {
  return new Kysely<Schema>({ dialect: dialects[engine], plugins: [...plugins] })
}

class PlaceHolder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const placeHolders: unknown = new Proxy({}, { get: (_, name) => new PlaceHolder(String(name)) })

const dialects: Readonly<Record<Engine, Dialect>> = {
  sqlite: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
}
