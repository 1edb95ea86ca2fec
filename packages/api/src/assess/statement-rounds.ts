import {
  declaredAnswers,
  gapSource,
  pointerOf,
  principleGaps,
  statementsForPartner,
  type Indicator,
  type PrincipleGaps,
  type Relationship,
  type RuleSet,
  type SideAnswers,
} from '@joinery/core'
import type { ReadTx } from '@joinery/store'
import { Problem, type RequestFault } from '../kernel/problem.ts'
import type { Service } from '../kernel/service.ts'
import { limits } from '../limits.ts'
import { basisOf, conflict } from './basis.ts'
import { isFull, readRounds, type Round, type RoundContent, type Rounds, type Side } from './rounds.ts'

/** A round of statements; the rules and the statements are those that it was begun with. */
export interface StatementsContent extends RoundContent<SideAnswers> {
  readonly digest: string
  readonly asked: readonly string[]
}

export type StatementsRound = Round<StatementsContent>
export type StatementsRounds = Rounds<StatementsContent>

export function statementRoundsOf(relationship: string): { relationship: string; kind: 'statements' } {
  return { relationship, kind: 'statements' }
}

export function readStatementRounds(relationship: string, now: Date, tx: ReadTx): Promise<StatementsRounds> {
  return readRounds<StatementsContent>(statementRoundsOf(relationship), now, tx)
}

/** What is asked, and by which rules. */
export interface Asked {
  readonly ruleSet: RuleSet
  readonly digest: string
  readonly indicators: readonly Indicator[]
}

interface Wish {
  /** Unless told, that of the last round; of the first one, the baseline. */
  readonly ruleSet?: string | undefined
  /** What a firm chose; the starter's statements where it chose none. */
  readonly statements?: readonly string[] | undefined
}

interface Asking {
  readonly service: Service
  readonly now: Date
  readonly place: RequestFault['in']
}

/** What the round that waits asks, or what a new one would ask. */
export async function askedIn(
  { open, last }: StatementsRounds,
  wish: Wish,
  { asking, tx }: { readonly asking: Asking; readonly tx: ReadTx },
): Promise<Asked> {
  if (open !== undefined) {
    const { digest, asked } = open.content
    const ruleSet = await rulesOf(digest, asking.service, tx)
    return { ruleSet, digest, indicators: ruleSet.indicators.filter(({ id }) => asked.includes(id)) }
  }
  const id = wish.ruleSet ?? (last && (await rulesOf(last.content.digest, asking.service, tx)).id) ?? 'iso-44003'
  const { ruleSet, digest } = await basisOf({ ruleSet: id }, asking, tx)
  return { ruleSet, digest, indicators: chosenOf(ruleSet, wish.statements) }
}

/** What came out of a round that both sides answered. */
export async function statementsOutcome(
  { content }: StatementsRound,
  service: Service,
  tx: ReadTx,
): Promise<PrincipleGaps | undefined> {
  if (!isFull(content)) return undefined
  return principleGaps(await rulesOf(content.digest, service, tx), content)
}

/** Where a joint action says which principle it is for. */
export function principleSource(principle: string, { content }: StatementsRound): string {
  return gapSource(content.partner?.at ?? '', principle)
}

/** The answers of one side to what is asked; those of the firm's record where it gave none. */
export function answersGiven(
  given: Readonly<Record<string, string>> | undefined,
  { ruleSet, indicators }: Asked,
  { side, record }: { readonly side: Side; readonly record: Relationship },
): Record<string, string> {
  const ids = new Set(indicators.map(({ id }) => id))
  if (given === undefined && side === 'us') {
    const own = Object.entries(declaredAnswers(ruleSet, record)).filter(([id]) => ids.has(id))
    if (own.length > 0) return Object.fromEntries(own)
  }
  const entries = Object.entries(given ?? {})
  const values = [...ruleSet.answerValues.keys(), 'notSure']
  const errors = entries.flatMap(([id, value]): RequestFault[] => {
    const fault = { in: 'body', pointer: pointerOf('answers', id), code: 'conflict', value } as const
    if (!ids.has(id)) return [{ ...fault, message: `"${id}" is not asked; asked are: ${[...ids].join(', ')}` }]
    if (values.includes(value)) return []
    return [{ ...fault, message: `"${value}" is no answer here; there are: ${values.join(', ')}` }]
  })
  if (errors.length > 0)
    throw new Problem('invalid-request', 'Not all of these are answers to what is asked.', { errors })
  const sure = entries.filter(([, value]) => value !== 'notSure')
  if (sure.length === 0)
    throw conflict('body', 'answers', { value: given, message: 'holds no answer; answer at least one statement' })
  return Object.fromEntries(sure)
}

async function rulesOf(digest: string, { catalogue }: Service, tx: ReadTx): Promise<RuleSet> {
  const loaded = await catalogue.load(tx, digest)
  if (loaded === undefined) throw new Error(`the rule set ${digest} of a kept round has gone`)
  return loaded.ruleSet
}

function chosenOf(ruleSet: RuleSet, chosen: readonly string[] | undefined): readonly Indicator[] {
  if (chosen === undefined) return statementsForPartner(ruleSet, 'starter').slice(0, limits.statements)
  const open = new Map(statementsForPartner(ruleSet).map((indicator) => [indicator.id, indicator]))
  const errors = chosen.flatMap((id, index): RequestFault[] => {
    if (open.has(id)) return []
    const known = ruleSet.indicators.some((indicator) => indicator.id === id)
    const message = known
      ? `"${id}" reads what is private to your firm; choose another statement`
      : `there is no statement "${id}" in ${ruleSet.id}`
    return [{ in: 'body', pointer: `/statements/${index}`, code: 'conflict', message, value: id }]
  })
  if (errors.length > 0) throw new Problem('invalid-request', 'Not all of these can be asked of a partner.', { errors })
  return [...new Set(chosen)].map((id) => open.get(id)!)
}
