import type { Relationship } from '@joinery/core'
import { checkDigest, digestOf } from '../rule-set/digest.ts'
import { isDrawable } from '../rule-set/is-drawable.ts'
import { isAddress, loadJson } from '../rule-set/load-json.ts'
import { scopeToBegin, type Asked, type Hooks } from '../session/asked.ts'
import { whenIdle } from '../page/when-idle.ts'
import { createDeviceStore, openBox } from '../session/device-store.ts'
import { lateScorer } from '../session/late-scorer.ts'
import type { Scorer } from '../session/scorer.ts'
import { openSession } from '../session/session.ts'
import { nothingKept, readKept, type Kept } from './kept.ts'
import { createLine, ServiceProblem, type Line, type Renew } from './line.ts'
import type { ServiceScorerParts } from './service-scorer.ts'
import { createServiceStore } from './service-store.ts'
import { createSync } from './sync.ts'
import type { Session } from '../assessment/view.ts'

/** Kept and scored by a service: with the publishable key of a site, or with the token of one relationship. */
export async function openService(asked: Asked, hooks: Hooks): Promise<Session> {
  const { api, key, name, today } = asked
  const { host } = new URL(api, document.baseURI)
  const given = relationshipOf(asked.token())
  // what is not sent yet of one relationship never goes into another one
  const { kept, keep, drop } = openKept(`joinery.service.${host}.${name}${given === undefined ? '' : `.${given}`}`)
  const { token, renew } = openToken(asked, hooks)
  const line = createLine(api, () => token() || kept().visit?.token || key, renew)
  const page = createLine(api, () => token() || key)
  const onMerged = (record: Relationship) => session?.replace(record)
  const pageLine = key === '' ? undefined : page
  const sync = createSync({ line, pageLine, given, kept, keep, onMerged })
  let session: Session | undefined
  const [rules, opened] = await Promise.all([loadRules(asked, page), openRecord(sync.open, kept())])
  const { ruleSet, hash, newest, signature } = rules
  await hooks.verify(ruleSet, signature)
  const made = { id: ruleSet.id, version: ruleSet.version, hash }
  const store = createServiceStore({ sync, device: createDeviceStore(), kept, keep, drop, host, opened, made })
  const parts = { line, sync, document: ruleSet, hash, kept, keep, onNewer: hooks.onNewer }
  session = await openSession({
    document: ruleSet,
    scorer: lateScorer(
      hash,
      newest.then(choose(parts), () => inTheService(parts)),
    ),
    store,
    name,
    scope: scopeToBegin(asked, ruleSet),
    today,
    onChange: hooks.onChange,
    newest,
  })
  newest.catch((error: unknown) => isPassing(error) || hooks.onRefused(error))
  if (kept().saved !== undefined) sync.send(session.state().record).catch(() => undefined)
  return session
}

/** The token that is in use: the page's own, or the one that came in its place since. */
function openToken(asked: Asked, { isShown }: Hooks): { token: () => string; renew?: Renew } {
  const own = asked.token
  if (own() === '') return { token: own }
  let renewed: readonly string[] = []
  const token = () => (renewed[0] === own() ? renewed[1]! : own())
  const use = { asked, isShown, token, take: (next: string) => void (renewed = [own(), next]) }
  const renew = async (refused: string) => (await import('./renewal.ts')).renewalOf(use).renew(refused)
  // nothing is refused yet: it begins to watch over the token
  whenIdle(() => renew('').catch(() => undefined))
  return { token, renew }
}

/** A service scores by its newest version; a page that holds on to an older one scores by itself. */
const choose = (parts: ServiceScorerParts) => (newest: string | undefined) =>
  newest === undefined ? inTheService(parts) : inThePage(parts)

/** Scoring comes after the first page; the questions do not wait for it. */
async function inTheService(parts: ServiceScorerParts): Promise<Scorer> {
  return (await import('./service-scorer.ts')).createServiceScorer(parts)
}

async function inThePage({ document: ruleSet, hash }: ServiceScorerParts): Promise<Scorer> {
  return (await import('../local/local-scorer.ts')).createLocalScorer(ruleSet, hash)
}

interface Current {
  readonly digest: string
  readonly version: string
  readonly bundle: string
}

/** The questions, from the service by their id or from any address; and, a little later, what the service scores by now. */
async function loadRules({ rules, ruleSet: own, digest, api }: Asked, line: Line) {
  const given = own ?? (isAddress(rules) ? await loadJson(rules) : undefined)
  const id = given === undefined ? rules : String(Object(given).id)
  const asking = line('GET', `/v1/rule-sets/${encodeURIComponent(id)}`).then(({ body }) => body as Current)
  // who waits for it hears of it
  asking.catch(() => undefined)
  const ruleSet = given ?? (await bundleOf(await asking, digest, line))
  const hash = await digestOf(ruleSet)
  checkDigest(hash, digest || (given === undefined ? (await asking).digest : ''))
  if (!isDrawable(ruleSet)) throw new Error(`There is no rule set at ${rules}.`)
  // what comes from a service has its signatures there; `?association=` stays behind the path
  const signature =
    given === undefined
      ? new URL(bundleIn(await asking, digest).replace(/(?=\?|$)/, '/signatures'), new URL(api, document.baseURI)).href
      : undefined
  return { ruleSet, hash, signature, newest: asking.then((now) => (now.digest === hash ? undefined : now.version)) }
}

async function bundleOf(now: Current, digest: string, line: Line): Promise<unknown> {
  return (await line('GET', bundleIn(now, digest))).body
}

function bundleIn(now: Current, digest: string): string {
  return now.bundle.replace(now.digest, digest || now.digest)
}

/** The record of the service; without the network, or when a visit has run out, what this device has goes on. */
async function openRecord(
  open: (mine: Relationship) => Promise<Relationship | undefined>,
  { base, mine = base, visit }: Kept,
): Promise<Relationship | undefined> {
  try {
    return await open(mine)
  } catch (error) {
    const isVisit = visit !== undefined && error instanceof ServiceProblem
    if (isVisit && (error.isPassing || error.status === 401 || error.status === 404)) return undefined
    throw error
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof ServiceProblem && error.isPassing
}

/** Texts of one assessment on this device, written before anything is drawn. */
function openKept(key: string): { kept: () => Kept; keep: (next: Partial<Kept>) => void; drop: () => void } {
  const { box } = openBox()
  let now = readKept(box.getItem(key))
  const keep = (next: Partial<Kept>) => {
    now = { ...now, ...next }
    box.setItem(key, JSON.stringify(now))
  }
  const drop = () => {
    now = nothingKept
    box.removeItem(key)
  }
  return { kept: () => now, keep, drop }
}

/** An embed token names its relationship as its audience. */
function relationshipOf(token: string): string | undefined {
  if (token === '') return undefined
  try {
    const claims = JSON.parse(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as { aud?: unknown }
    return String(claims.aud)
  } catch {
    throw new Error('The attribute token holds no token of the service.')
  }
}
