import * as z from 'zod'
import { forgetReadings } from '../kernel/service.ts'
import { notFound, ownAnswers, ownFirm } from '../access/ownership.ts'
import { etagOf } from '../kernel/etag.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Id } from '../schemas/common.ts'

const tag = 'Data rights'
const params = z.strictObject({ firm: Id })

const exportFirm = defineOperation({
  id: 'exportFirm',
  method: 'get',
  path: '/v1/firms/{firm}/export',
  tag,
  summary: 'Take out everything about a firm',
  description:
    'One JSON value on each line: { kind, data }. Everything that is kept, readable. An association needs the consent of the firm.',
  access: { scope: 'export:read', allow: { firm: ['own'], association: ['own'] } },
  params,
  problems: ['consent-required'],
  answer: { status: 200, description: 'Everything about the firm', mediaType: 'application/x-ndjson' },
  read: async ({ params: { firm }, principal }, tx) => {
    await ownAnswers(principal, firm, tx)
    const lines: string[] = []
    for await (const row of tx.rights.exportFirm(firm)) lines.push(`${JSON.stringify(row)}\n`)
    return { text: lines.join(''), headers: { 'Content-Disposition': `attachment; filename="firm-${firm}.ndjson"` } }
  },
})

const eraseFirm = defineOperation({
  id: 'eraseFirm',
  method: 'delete',
  path: '/v1/firms/{firm}',
  tag,
  summary: 'Erase everything about a firm',
  description:
    'For good: relationships, results, keys and the firm itself. Of the audit log hashes stay that tell nothing.',
  access: { scope: 'erase:write', allow: { association: ['own', 'sibling'], firm: ['own'] } },
  params,
  answer: {
    status: 200,
    description: 'It is gone',
    schema: z
      .strictObject({ removed: z.record(z.string(), z.int()).meta({ description: 'Rows that went, by kind' }) })
      .meta({ id: 'Erasure' }),
  },
  write: async ({ params: { firm: id }, principal, ifMatch, service }, tx) => {
    const firm = await tx.firms.get(ownFirm(principal, id))
    if (firm === undefined) throw notFound()
    ifMatch.check(etagOf(firm.version))
    const removed = await tx.rights.eraseFirm(id)
    // without the firm: its key is gone, and with it all that could be hashed by it
    return {
      body: { removed: { ...removed } },
      audit: { action: 'firm.erase', target: `firm/${id}` },
      committed: () => {
        service.authenticate.forget()
        forgetReadings(service, tx.tenant)
      },
    }
  },
})

export const rights = [exportFirm, eraseFirm]
