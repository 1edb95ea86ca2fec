import type { ApiKeyRow, AuditRow, AuditSealRow, ExchangeRow, IdempotencyRow, LinkRow, MailRow } from './access-rows.ts'
import type { ConsentRow, DataKeyRow, FirmRow, RelationshipRow, ResultRow, ScoreRow, TenantRow } from './member-rows.ts'
import type { BundleRow, DraftRow, MoveRow, PointerRow, SignatureRow, SigningKeyRow } from './rule-set-rows.ts'
import type { CampaignRow, CellFirmRow, CellRow, JobRow, ShareRow, SnapshotRow } from './work-rows.ts'

/** All tables that hold tenants' rows. */
interface Tables {
  tenant: TenantRow
  data_key: DataKeyRow
  firm: FirmRow
  consent: ConsentRow
  relationship: RelationshipRow
  result: ResultRow
  score: ScoreRow
  draft: DraftRow
  bundle: BundleRow
  signature: SignatureRow
  pointer: PointerRow
  move: MoveRow
  signing_key: SigningKeyRow
  campaign: CampaignRow
  job: JobRow
  cell: CellRow
  cell_firm: CellFirmRow
  share: ShareRow
  snapshot: SnapshotRow
  api_key: ApiKeyRow
  link: LinkRow
  mail: MailRow
  exchange: ExchangeRow
  idempotency: IdempotencyRow
  audit: AuditRow
  audit_seal: AuditSealRow
}

/** What belongs to no tenant: slugs, and what tells whether the master key is the right one. */
interface MetaRow {
  name: string
  value: string
}

/** Which files a version of the service shipped, and what is in them. */
interface ShippedFileRow {
  family: string
  version: string
  name: string
  hash: string
  at: string
}

interface ShippedBodyRow {
  hash: string
  size: number
  packed: Uint8Array
}

export interface Schema extends Tables {
  meta: MetaRow
  shipped_file: ShippedFileRow
  shipped_body: ShippedBodyRow
}

export type TableName = keyof Tables

/** The key of every table after `tenant`, in the order in which a copy has to fill them. */
export const tableKeys: Readonly<Record<TableName, readonly string[]>> = {
  tenant: [],
  data_key: ['firm'],
  firm: ['id'],
  consent: ['id'],
  relationship: ['id'],
  result: ['id'],
  score: ['relationship', 'rule_set'],
  draft: ['id'],
  bundle: ['digest'],
  signature: ['digest', 'key_id'],
  pointer: ['rule_set'],
  move: ['rule_set', 'version'],
  signing_key: ['key_id'],
  campaign: ['id'],
  job: ['campaign', 'chunk'],
  cell: ['rule_set', 'quarter', 'sector', 'size', 'principle'],
  cell_firm: ['rule_set', 'quarter', 'sector', 'size', 'principle', 'firm'],
  share: ['rule_set', 'quarter', 'relationship'],
  snapshot: ['rule_set', 'quarter'],
  api_key: ['id'],
  link: ['id'],
  mail: ['link'],
  exchange: ['id'],
  idempotency: ['principal', 'key'],
  audit: ['id'],
  audit_seal: ['number'],
}
