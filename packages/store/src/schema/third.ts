import type { TableDefinition } from './define-table.ts'

/** Mails that bring partners their links, from when a link is made until its mail is sent or given up. */
export const mailTable: TableDefinition = {
  name: 'mail',
  columns: `link text!, firm text!, relationship text!, state text!, payload bytes, tries int!, due_at text!,
    token text, lease_until text, created_at text!`,
  key: ['link'],
  indexes: [['relationship'], ['firm'], ['state']],
  // senders look over all tenants for what is due
  search: [['state', 'due_at']],
  within: { link: 'link' },
  openToPlatform: true,
}
