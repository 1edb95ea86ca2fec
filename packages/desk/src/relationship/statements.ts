import type { StatementsStanding } from '@joinery/api/client'
import type { RuleSet } from '@joinery/core'
import type { Desk } from '../desk.ts'
import { ruleSet } from '../service/firm-service.ts'
import type { Entry } from '../service/firm-service.ts'
import { ruleTexts, type RuleTexts } from '../words/rule-texts.ts'
import { words } from '../words/speak.ts'
import { askableOf, ownAnswers, type Askable } from './askable.ts'
import type { JointAct } from './gaps-view.ts'

/** Where both sides are with the statements on principles. */
export interface Statements {
  readonly entry: Entry
  readonly today: string
  readonly askable: readonly Askable[]
  readonly texts: RuleTexts
  standing: StatementsStanding
  /** Principles that the firm chose for the next round. */
  chosen: ReadonlySet<string>
  /** Its own answers, begun with what its record says. */
  answers: Readonly<Record<string, string>>
  wrong: string
  readonly choose: (principle: string, isOn: boolean) => void
  readonly say: (indicator: string, value: string) => void
  readonly seal: (respondents: number) => Promise<void>
  readonly act: JointAct
  readonly refresh: () => Promise<void>
}

export async function createStatements(desk: Desk, entry: Entry, rules: RuleSet): Promise<Statements> {
  const { client } = desk.service
  const relationship = entry.id
  const read = async () => (await client.call('getStatements', { relationship, language: words().language })).body
  const take = async (body: StatementsStanding) => void (statements.standing = body)
  const statements: Statements = {
    entry,
    today: desk.today,
    askable: askableOf(rules),
    texts: ruleTexts(rules.document),
    standing: await read(),
    chosen: new Set(),
    answers: {},
    wrong: '',
    choose: (principle, isOn) => {
      const next = new Set(statements.chosen)
      next[isOn ? 'add' : 'delete'](principle)
      const known = ownAnswers(rules, entry.record, idsOf(statements.askable, next))
      Object.assign(statements, { chosen: next, answers: { ...known, ...statements.answers }, wrong: '' })
      desk.redraw()
    },
    say: (indicator, value) => {
      statements.answers = { ...statements.answers, [indicator]: value }
      desk.redraw()
    },
    seal: async (respondents) => {
      const body = bodyOf(statements, respondents)
      statements.wrong = body === undefined ? words().statements.answerAll : ''
      if (body === undefined) desk.redraw()
      else await desk.run(async () => take((await client.call('answerStatements', { relationship, body })).body))
    },
    act: (principle, action) =>
      desk.run(async () => {
        await take((await client.call('planPrincipleAction', { relationship, body: { principle, ...action } })).body)
        desk.say(words().gaps.written)
      }),
    refresh: () => desk.run(async () => take(await read())),
  }
  return statements
}

/** The statements that are asked of the firm now: of the round that waits, or of the principles that it chose. */
export function askedNow({ standing, askable, chosen }: Statements) {
  if (standing.waiting !== null) return standing.asked
  return askable
    .filter(({ principle }) => chosen.has(principle))
    .flatMap(({ principle, title, statements }) =>
      statements.map(({ id, statement }) => ({ indicator: id, principle, title, statement })),
    )
}

function idsOf(askable: readonly Askable[], chosen: ReadonlySet<string>): readonly string[] {
  return askable.flatMap(({ principle, statements }) => (chosen.has(principle) ? statements.map(({ id }) => id) : []))
}

/** What is sent: every statement answered; undefined where one is not. What is asked is chosen by whoever opens the round. */
function bodyOf(statements: Statements, respondents: number) {
  const asked = askedNow(statements).map(({ indicator }) => indicator)
  const answers = Object.fromEntries(
    asked.flatMap((id) => (statements.answers[id] === undefined ? [] : [[id, statements.answers[id]] as const])),
  )
  if (asked.length === 0 || Object.keys(answers).length < asked.length) return undefined
  return statements.standing.waiting === null
    ? { ruleSet, statements: asked, answers, respondents }
    : { answers, respondents }
}
