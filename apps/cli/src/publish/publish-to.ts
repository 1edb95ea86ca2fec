import { createHash } from 'node:crypto'
import { createClient, ProblemError, type Client } from '@joinery/api/client'
import { canonicalJson } from '@joinery/core'
import { instantOf, publicHalf, signBundle, type PrivateKey } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { clean } from '../output/print-faults.ts'
import { print, say } from '../terminal.ts'
import { uploadOf } from './upload.ts'
import { faultWords, impactWords } from './words.ts'

export interface Wanted {
  readonly name: string
  readonly url: string
  readonly credential: string
  readonly key: PrivateKey
  readonly reason: string
  readonly isDry: boolean
}

/** Takes a rule set through everything that stands between a folder and the current version of a service. */
export async function publishTo(wanted: Wanted): Promise<number> {
  const upload = await uploadOf(wanted.name)
  if (upload === undefined) return exits.badInput
  const client = createClient(wanted)
  try {
    const { body: draft } = await client.call('createDraft', { body: upload })
    const isPublished = await publishDraft(client, draft.id, wanted).catch(async (error: unknown) => {
      await throwAway(client, draft.id)
      throw error
    })
    if (isPublished) return exits.fine
    await throwAway(client, draft.id)
    return wanted.isDry ? exits.fine : exits.failed
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new UsageError(refusalOf(error, wanted.url))
  }
}

async function publishDraft(client: Client, draft: string, { key, reason, isDry }: Wanted): Promise<boolean> {
  const { report } = (await client.call('checkDraft', { draft })).body
  await print(faultWords(report))
  if (report?.ok !== true) {
    say('joinery: not published: mend what the service found, or raise the version where it says so')
    return false
  }
  await print(await previewOf(client, draft))
  if (isDry) return false
  await register(client, key)
  const signature = await signed(client, draft, key)
  const { body } = await client.call('publishDraft', { draft, body: { reason, signature } })
  await print(clean(`${body.ruleSet} ${body.version} is current now, signed by ${key.owner}\n`) + `${body.digest}\n`)
  return true
}

/** Before the first version there is nobody who could move; that is no fault. */
async function previewOf(client: Client, draft: string): Promise<string> {
  try {
    return impactWords((await client.call('previewDraft', { draft })).body)
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'conflict') return `${clean(error.message)}\n`
    throw error
  }
}

async function register(client: Client, key: PrivateKey): Promise<void> {
  const { items } = (await client.call('listSigningKeys', {})).body
  if (items.some(({ kid }) => kid === key.kid)) return
  const { kty, crv, x, kid, owner, validFrom, validUntil } = publicHalf(key)
  await client.call('addSigningKey', { body: { kty, crv, x, kid, owner, validFrom, validUntil } })
  await print(`The key ${kid} is registered with the service\n`)
}

async function signed(client: Client, draft: string, key: PrivateKey): Promise<string> {
  const document: unknown = (await client.call('getDraftBundle', { draft })).body
  const text = canonicalJson(document)
  const { id, version } = document as { readonly id: string; readonly version: string }
  const digest = createHash('sha256').update(text).digest('hex')
  const outcome = await signBundle({ id, version, digest, text, layers: [] }, { key, at: instantOf(Date.now()) })
  if (!outcome.ok) throw new UsageError(`--key: ${outcome.message}`)
  return outcome.signature
}

async function throwAway(client: Client, draft: string): Promise<void> {
  // it is a draft and no more: where this fails too, what went wrong before is what should be said
  await client.call('deleteDraft', { draft, ifMatch: '*' }).catch(() => {})
}

function refusalOf({ code, message, errors, requestId }: ProblemError, url: string): string {
  const hints: Readonly<Record<string, string>> = {
    unauthenticated: 'the key in JOINERY_API_KEY is not known there; is it the one of this service, and still valid?',
    forbidden: 'the key in JOINERY_API_KEY may not publish; take the secret key of the association',
  }
  const places = errors.map(({ pointer, message: words }) => `\n  ${pointer}: ${words}`)
  const said = hints[code] === undefined ? message : `${message} ${hints[code]}`
  return (
    clean(`${url}: ${said}${requestId === undefined ? '' : ` (request ${requestId})`}`) + places.map(clean).join('')
  )
}
