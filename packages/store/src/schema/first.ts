import { binColumns, type TableDefinition } from './define-table.ts'

/**
 * The schema of the first release. Never edit what was released: add a migration.
 * `!` means never null. Every table begins with `tenant` and `bucket`, and every key with `tenant`.
 */
export const firstTables: readonly TableDefinition[] = [
  {
    name: 'tenant',
    columns: 'slug text!, name text!, settings text!, version int!, key_generation int!, created_at text!',
    key: [],
    openToPlatform: true,
  },
  { name: 'data_key', columns: 'firm text!, wrapped bytes!', key: ['firm'] },
  {
    name: 'firm',
    columns: 'id text!, payload bytes!, sector text, size text, version int!, created_at text!, updated_at text!',
    key: ['id'],
    indexes: [['created_at', 'id']],
  },
  {
    name: 'consent',
    columns: 'id text!, firm text!, purpose text!, given int!, payload bytes!, at text!',
    key: ['id'],
    indexes: [['firm', 'purpose', 'id']],
    within: { firm: 'firm' },
  },
  {
    name: 'relationship',
    columns:
      'id text!, firm text!, payload bytes!, partner_index text, version int!, created_at text!, updated_at text!',
    key: ['id'],
    indexes: [
      ['created_at', 'id'],
      ['firm', 'created_at', 'id'],
    ],
    within: { firm: 'firm' },
  },
  {
    name: 'result',
    columns: `id text!, relationship text!, firm text!, rule_set text!, rule_set_version text!, digest text!,
      as_of text!, scope text!, input_hash text!, engine text!, relationship_version int!, scores text!,
      payload bytes!, created_at text!`,
    key: ['id'],
    indexes: [
      ['relationship', 'rule_set', 'created_at', 'id'],
      ['relationship', 'created_at', 'id'],
      ['firm', 'id'],
    ],
    within: { relationship: 'relationship' },
  },
  {
    name: 'score',
    columns: `relationship text!, firm text!, rule_set text!, digest text!, as_of text!, relationship_version int!,
      scores text!, updated_at text!`,
    key: ['relationship', 'rule_set'],
    indexes: [
      ['rule_set', 'relationship', 'digest'],
      ['firm', 'relationship'],
    ],
    within: { relationship: 'relationship' },
  },
  {
    name: 'draft',
    columns: `id text!, rule_set text!, status text!, document text!, report text, digest text, version int!,
      created_at text!, updated_at text!`,
    key: ['id'],
    indexes: [['created_at', 'id']],
  },
  {
    name: 'bundle',
    columns: 'digest text!, rule_set text!, rule_set_version text!, text text!, created_at text!',
    key: ['digest'],
    unique: [['rule_set', 'rule_set_version']],
    indexes: [['created_at', 'digest']],
  },
  {
    name: 'signature',
    columns: 'digest text!, key_id text!, jws text!',
    key: ['digest', 'key_id'],
    within: { digest: 'bundle' },
  },
  {
    name: 'pointer',
    columns: 'rule_set text!, digest text!, version int!, moved_at text!',
    key: ['rule_set'],
    within: { digest: 'bundle' },
  },
  {
    name: 'move',
    columns: 'rule_set text!, version int!, from_digest text, to_digest text!, reason text!, by text!, at text!',
    key: ['rule_set', 'version'],
  },
  {
    name: 'signing_key',
    columns: 'key_id text!, public_key text!, valid_from text!, valid_until text, revoked_at text',
    key: ['key_id'],
  },
  {
    name: 'campaign',
    columns: 'id text!, kind text!, input text!, status text!, version int!, created_at text!, updated_at text!',
    key: ['id'],
    indexes: [['created_at', 'id']],
  },
  {
    name: 'job',
    columns: `campaign text!, chunk int!, state text!, from_id text!, to_id text!, size int!, changed int!, up int!, down int!,
      attempt int!, token text, lease_until text, error text, queued_at text!`,
    key: ['campaign', 'chunk'],
    // workers look over all tenants for what waits longest
    search: [['state', 'queued_at', 'tenant']],
    openToPlatform: true,
  },
  {
    name: 'cell',
    columns: `rule_set text!, quarter text!, sector text!, size text!, principle text!, count int!, sum int!,
      squares int!, ${binColumns.map((bin) => `${bin} int!`).join(', ')}`,
    key: ['rule_set', 'quarter', 'sector', 'size', 'principle'],
  },
  {
    name: 'cell_firm',
    columns: 'rule_set text!, quarter text!, sector text!, size text!, principle text!, firm text!, count int!',
    key: ['rule_set', 'quarter', 'sector', 'size', 'principle', 'firm'],
    indexes: [['firm']],
  },
  {
    name: 'share',
    columns: 'rule_set text!, quarter text!, relationship text!, firm text!, sector text!, size text!, scores text!',
    key: ['rule_set', 'quarter', 'relationship'],
    indexes: [['firm'], ['relationship']],
  },
  {
    name: 'snapshot',
    columns: 'id text!, rule_set text!, quarter text!, body text!, created_at text!',
    key: ['rule_set', 'quarter'],
  },
  {
    name: 'api_key',
    columns: `id text!, kind text!, hash text!, hint text!, payload bytes!, scopes text!, origins text!, firm text,
      expires_at text, revoked_at text, last_used_at text, created_at text!`,
    key: ['id'],
    unique: [['hash']],
    indexes: [['created_at', 'id'], ['firm']],
  },
  {
    name: 'link',
    columns: `id text!, purpose text!, firm text!, relationship text!, hash text!, payload bytes!,
      shared_fields text!, expires_at text!, revoked_at text, used int!, created_at text!`,
    key: ['id'],
    unique: [['hash']],
    indexes: [['relationship', 'created_at', 'id'], ['firm']],
    within: { relationship: 'relationship' },
  },
  {
    name: 'idempotency',
    columns: 'principal text!, key text!, fingerprint text!, firm text, response bytes, expires_at text!',
    key: ['principal', 'key'],
    indexes: [['expires_at'], ['firm']],
  },
  {
    name: 'audit',
    columns: `id text!, at text!, actor text!, action text!, target text!, before_hash text, after_hash text,
      request_id text, firm text, mac text!, seal int`,
    key: ['id'],
    indexes: [
      ['seal', 'id'],
      ['target', 'id'],
      ['firm', 'id'],
      ['actor', 'id'],
    ],
  },
  {
    name: 'audit_seal',
    columns: 'number int!, entries int!, previous text!, hash text!, mac text!, at text!',
    key: ['number'],
  },
]
