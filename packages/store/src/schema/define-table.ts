import type { Engine } from '../contract/store.ts'

/** A table, said once for both engines. */
export interface TableDefinition {
  readonly name: string
  /** `id text!, size int`: text, int, or bytes; `!` for never null. */
  readonly columns: string
  /** After `tenant`. */
  readonly key: readonly string[]
  /** Each after `tenant`. */
  readonly unique?: readonly (readonly string[])[]
  readonly indexes?: readonly (readonly string[])[]
  /** Not after `tenant`: for looking over all tenants. Never unique. */
  readonly search?: readonly (readonly string[])[]
  /** Columns that name a row of another table of the same tenant. */
  readonly within?: Readonly<Record<string, string>>
  /** The operator's own queries may see the rows of every tenant. */
  readonly openToPlatform?: boolean
}

export const binColumns: readonly `b${number}`[] = Array.from({ length: 41 }, (_, bin) => `b${bin}` as const)

/** The statements that make the table, its indexes and, on PostgreSQL, its wall between tenants. */
export function tableStatements(table: TableDefinition, engine: Engine): string[] {
  return [createTable(table, engine), ...indexes(table), ...(engine === 'postgres' ? wall(table) : [])]
}

function createTable({ name, columns, key, within = {} }: TableDefinition, engine: Engine): string {
  const lines = [
    ...`tenant text!, bucket int!, ${columns}`.split(',').map((column) => defineColumn(column.trim(), engine)),
    `primary key (${keyOf(key)})`,
    // a table's key after the tenant is one column wherever another table names it
    ...Object.entries(within).map(
      ([column, other]) =>
        `foreign key (tenant, ${quoted(column)}) references ${quoted(other)} (tenant, ${other === 'bundle' ? '"digest"' : '"id"'})`,
    ),
  ]
  return `create table ${quoted(name)} (\n  ${lines.join(',\n  ')}\n)${engine === 'sqlite' ? ' strict' : ''}`
}

function defineColumn(column: string, engine: Engine): string {
  const [name, type] = column.split(' ') as [string, string]
  const plain = type.replace('!', '') as 'text' | 'int' | 'bytes'
  return `${quoted(name)} ${types[engine][plain]}${type.endsWith('!') ? ' not null' : ''}`
}

const types = {
  sqlite: { text: 'text', int: 'integer', bytes: 'blob' },
  // byte order, as SQLite sorts: pages and digests come out the same on both
  postgres: { text: 'text collate "C"', int: 'bigint', bytes: 'bytea' },
} as const

function indexes({ name, unique = [], indexes: plain = [], search = [] }: TableDefinition): string[] {
  const create = (kind: string, columns: string, label: readonly string[]) =>
    `create ${kind} ${quoted(`${name}_by_${label.join('_')}`)} on ${quoted(name)} (${columns})`
  return [
    ...unique.map((columns) => create('unique index', keyOf(columns), columns)),
    ...plain.map((columns) => create('index', keyOf(columns), columns)),
    ...search.map((columns) => create('index', columns.map(quoted).join(', '), columns)),
  ]
}

function wall({ name, openToPlatform = false }: TableDefinition): string[] {
  const own = `tenant = current_setting('app.tenant', true)`
  const rule = openToPlatform ? `${own} or current_setting('app.platform', true) = 'on'` : own
  return [
    `alter table ${quoted(name)} enable row level security`,
    `alter table ${quoted(name)} force row level security`,
    `create policy tenant_wall on ${quoted(name)} using (${rule}) with check (${rule})`,
  ]
}

const keyOf = (columns: readonly string[]) => ['tenant', ...columns].map(quoted).join(', ')
const quoted = (name: string) => `"${name}"`
