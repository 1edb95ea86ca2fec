import type { Relationship } from '@joinery/core'
import type { AssessmentWords } from '../i18n/strings.ts'
import { saveFile } from '../download/save.ts'
import { faultLines } from './fault-lines.ts'
import { isData } from '../session/data.ts'
import { decodeAnswers, encodeAnswers, type Resumed } from '../session/resume-code.ts'
import type { Keep, Session } from './view.ts'

interface Around {
  readonly session: () => Session | undefined
  readonly redraw: () => void
  readonly onReplaced: () => void
  readonly onForgotten: () => void
  readonly words: () => AssessmentWords
}

const key = 'joinery'
const largestFile = 20_000_000

export interface Keeper {
  readonly keep: () => Keep
  readonly readAddress: () => void
}

/** Ways out of this device and back: a file with everything, an address with the answers alone. */
export function createKeeper(around: Around): Keeper {
  let said = ''
  let fault: readonly string[] = []
  const show = (next: { said?: string; fault?: readonly string[] }) => {
    said = next.said ?? ''
    fault = next.fault ?? []
    around.redraw()
  }
  const withSession = (act: (session: Session) => void) => () => {
    const session = around.session()
    if (session !== undefined) act(session)
  }
  const link = createLinkReader(around, (text) => show({ fault: [text] }))
  const keep = (): Keep => ({
    said,
    fault,
    hasLink: link.isOffered(),
    saveFile: withSession(saveRecord),
    openFile: (file) => void readFile(file, around).then(show),
    copyLink: withSession((session) => void copyLink(session).then(() => show({ said: around.words().copied }))),
    forget: withSession((session) => void session.forget().then(around.onForgotten)),
    useLink: withSession(link.use),
    dropLink: link.drop,
  })
  return { keep, readAddress: withSession(link.read) }
}

/** Answers that came with the address; they are taken over only where nothing could be lost, or when somebody says so. */
function createLinkReader(around: Around, complain: (text: string) => void) {
  let offered: Resumed | undefined
  const drop = () => {
    offered = undefined
    clearAddress()
    around.redraw()
  }
  const use = (session: Session) => {
    if (offered !== undefined) session.replace({ ...session.state().record, answers: offered.answers }, offered.scope)
    drop()
  }
  const read = (session: Session) => {
    const code = new URLSearchParams(location.hash.slice(1)).get(key)
    if (code === null) return
    offered = decodeAnswers(session.document, session.toSave().ruleSet.hash, code)
    if (offered === undefined) complain(around.words().linkForOther)
    else if (Object.keys(session.state().record.answers ?? {}).length === 0) use(session)
  }
  return { isOffered: () => offered !== undefined, drop, use, read }
}

function saveRecord(session: Session): void {
  const { name } = session.toSave()
  const { record, plan, earlier, scope } = session.state()
  const file = { joinery: { format: 1, scope, plan, earlier, ruleSet: session.toSave().ruleSet }, record }
  saveFile(`${name}.joinery.json`, 'application/json', `${JSON.stringify(file, undefined, 2)}\n`)
}

/** Takes a resume file, or the bare record of a relationship; every fault is named, and nothing is taken over with a fault. */
async function readFile(file: File, around: Around): Promise<{ said?: string; fault?: readonly string[] }> {
  const session = around.session()
  if (session === undefined) return {}
  if (file.size > largestFile) return { fault: [`${file.name}: ${file.size} > ${largestFile}`] }
  let value: unknown
  try {
    value = JSON.parse(await file.text())
  } catch (error) {
    return { fault: [error instanceof Error ? error.message : String(error)] }
  }
  const isResume = isData(value) && isData(value['joinery']) && isData(value['record'])
  const record = isResume ? (value as { record: unknown }).record : value
  const scope = isResume ? (value as { joinery: { scope?: unknown } }).joinery.scope : undefined
  const { parseRelationship } = await import('@joinery/core/model')
  try {
    parseRelationship(record, session.recordRules)
  } catch (error) {
    return { fault: faultLines(error) }
  }
  const isKnown = session.document.scopes?.some(({ id }) => id === scope) ?? false
  session.replace(record as Relationship, isKnown ? (scope as string) : undefined)
  around.onReplaced()
  return { said: around.words().fileLoaded }
}

async function copyLink(session: Session): Promise<void> {
  const { record, scope } = session.state()
  const code = encodeAnswers(session.document, session.toSave().ruleSet.hash, { answers: record.answers ?? {}, scope })
  const address = `${location.href.split('#')[0]}#${key}=${code}`
  try {
    await navigator.clipboard.writeText(address)
  } catch {
    // without leave to use the clipboard, the address bar holds the link
    history.replaceState(history.state, '', `#${key}=${code}`)
  }
}

function clearAddress(): void {
  const others = new URLSearchParams(location.hash.slice(1))
  others.delete(key)
  history.replaceState(history.state, '', others.size === 0 ? location.pathname + location.search : `#${others}`)
}
