import type { FileKind, Mapping } from '../intake.ts'
import { columnFor, type Role } from './columns.ts'

type TableKind = Extract<FileKind, 'ledger' | 'invoices' | 'tasks'>

/** The roles that each kind of table can have, in the order in which columns are given to them, and those it cannot do without. */
const kinds: Readonly<Record<TableKind, { roles: readonly Role[]; needs: readonly (readonly Role[])[] }>> = {
  invoices: {
    roles: ['due', 'paid', 'date', 'customer', 'supplier', 'partner', 'amount', 'number', 'status'],
    needs: [['due'], ['paid']],
  },
  ledger: {
    roles: ['customer', 'supplier', 'partner', 'debit', 'credit', 'sign', 'amount', 'date'],
    needs: [
      ['customer', 'supplier', 'partner'],
      ['amount', 'debit', 'credit'],
    ],
  },
  tasks: { roles: ['task', 'owner', 'due', 'done', 'status'], needs: [['task'], ['owner', 'due']] },
}

export const tableKinds = Object.keys(kinds) as readonly TableKind[]

/** What the columns of a kind of file can hold; nothing for a kind that is no table. */
export function rolesOf(kind: FileKind): readonly Role[] {
  const table = tableKinds.find((known) => known === kind)
  return table === undefined ? [] : kinds[table].roles
}

/** A kind of table and which of its columns hold what. */
export interface Recognised {
  readonly kind: TableKind
  readonly mapping: Mapping
  /** Roles of which one is needed, and none was found. */
  readonly lacking: readonly (readonly Role[])[]
}

/** The kind of a table by its columns: the first kind that has all it needs, else undefined. */
export function recognise(columns: readonly string[]): Recognised | undefined {
  return tableKinds.map((kind) => mapped(kind, columns)).find(({ lacking }) => lacking.length === 0)
}

/** Which columns hold what, for a kind that is known. What a person chose goes before what the names suggest. */
export function mapped(kind: TableKind, columns: readonly string[], chosen: Mapping = {}): Recognised {
  const { roles, needs } = kinds[kind]
  const taken = new Set<number>()
  const mapping: Partial<Record<Role, string>> = {}
  for (const role of roles) {
    const named = chosen[role]
    const found = named === undefined ? undefined : columns.indexOf(named)
    if (found === undefined || found < 0) continue
    taken.add(found)
    mapping[role] = columns[found]!
  }
  for (const role of roles) {
    if (mapping[role] !== undefined) continue
    const found = columnFor(role, columns, taken)
    if (found === undefined) continue
    taken.add(found)
    mapping[role] = columns[found]!
  }
  return { kind, mapping, lacking: needs.filter((some) => some.every((role) => mapping[role] === undefined)) }
}

/** Under which a mapping is remembered: files of the same program have the same columns. */
export function keyOfColumns(columns: readonly string[]): string {
  return columns
    .map((column) => column.trim().toLowerCase())
    .join('|')
    .slice(0, 2_000)
}
