import type { TableDefinition } from './define-table.ts'

/** What the two sides of a relationship have to do with each other, beside its record. */
export const exchangeTable: TableDefinition = {
  name: 'exchange',
  columns: `id text!, kind text!, state text!, firm text!, relationship text!, payload bytes!, version int!,
    created_at text!, updated_at text!`,
  key: ['id'],
  indexes: [['relationship', 'kind', 'created_at', 'id'], ['firm']],
  within: { relationship: 'relationship' },
}

/** What a partner may do by a link, as JSON; null for links from before, which may do everything. */
export const linkPowers = 'alter table "link" add column "powers" text'
