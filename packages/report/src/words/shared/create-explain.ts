import type { HeldBack, IndicatorResult } from '@joinery/core'
import type { Said } from '../../texts.ts'
import type { Explain, Explained, Notice } from './explain.ts'

type Observation = IndicatorResult['observed'][number]

/** The sentences of one language about a result; a language that lacks one does not compile. */
export interface ReasonWords {
  /** Puts marks of quotation around what is named. */
  readonly quoted: (text: string) => string
  readonly answered: (label: string) => string
  readonly recordShowsAll: string
  readonly notInPlace: string
  readonly nobodyAnswered: string
  /** Followed by what is not known. */
  readonly notKnown: string
  readonly nothingToJudge: string
  readonly declaredNotApplicable: string
  readonly ruleFailed: string
  readonly oneSided: string
  /** Followed by a statement. */
  readonly notKnownWhether: string
  readonly lowestClause: (title: string, level: string) => string
  readonly lowestPrinciple: (title: string, level: string) => string
  readonly littleKnown: string
  readonly confirm: (title: string) => string
  /** Each is followed by what it is about. */
  readonly notices: Readonly<Record<Notice['code'] | 'left-out', string>>
}

/** Makes the sentences of a language from what core found. */
export function createExplain(language: string, words: ReasonWords): Explain {
  const own = (text: string): Said => ({ text, lang: language })
  const about = (text: string, subject: Said): Said[] => [own(text), { ...subject, text: words.quoted(subject.text) }]
  return {
    outcome: (of, outcome) => outcomeWords({ of, words, own }, outcome),
    heldBack: (of, held) => heldBackWords({ of, words, own }, held),
    confirm: (of, { id, title }) => own(words.confirm(of.text(id, 'title', title).text)),
    notice: (of, notice) => about(words.notices[noticeKind(of, notice)], subjectOf(of, notice.path)),
    ruleError: (of, indicator) => about(words.ruleFailed, statementOf(of, indicator)),
  }
}

interface Speech {
  readonly of: Explained
  readonly words: ReasonWords
  readonly own: (text: string) => Said
}

function outcomeWords(speech: Speech, outcome: IndicatorResult): Said[] {
  const { words, own } = speech
  switch (outcome.outcome) {
    case 'met':
      return [answerWords(speech, outcome) ?? own(words.recordShowsAll)]
    case 'partly':
    case 'unmet':
      return [answerWords(speech, outcome) ?? [], unmetWords(speech, outcome.indicator)].flat()
    case 'unknown':
      return unknownWords(speech, outcome.observed)
    case 'notDue':
      return [own(words.nothingToJudge)]
    case 'notApplicable':
      return [own(words.declaredNotApplicable)]
    case 'error':
      return [own(words.ruleFailed)]
  }
}

function answerWords({ of, words, own }: Speech, { declared }: IndicatorResult): Said | undefined {
  if (declared === null) return undefined
  const label = of.ruleSet?.answers.scale.find(({ value }) => value === declared)?.label ?? declared
  return own(words.answered(of.text('answers', declared, label).text))
}

function unmetWords({ of, words, own }: Speech, id: string): Said {
  const unmet = of.ruleSet?.practice.indicators.find((one) => one.id === id)?.unmet
  return unmet === undefined ? own(words.notInPlace) : of.text(id, 'unmet', unmet)
}

function unknownWords({ of, words, own }: Speech, observed: readonly Observation[]): Said[] {
  const open = observed.filter(({ state }) => state === 'unknown').map((one) => factTitle(of, one))
  const labels = open.filter(({ text }, index) => open.findIndex((one) => one.text === text) === index)
  if (labels.length === 0) return [own(words.nobodyAnswered)]
  const last = labels.length - 1
  const listed = labels.map(({ text, lang }, at) => ({ text: words.quoted(text) + (at === last ? '' : ';'), lang }))
  return [own(words.notKnown), ...listed]
}

/** What a test looks at: the question that asks for it, or core's English name of it. */
export function factTitle(of: Explained, { fact, of: list, words }: Pick<Observation, 'fact' | 'of' | 'words'>): Said {
  return questionTitle(of, list ?? fact) ?? { text: words.split(': ')[0]!, lang: 'en' }
}

function questionTitle({ ruleSet, text }: Explained, fact: string): Said | undefined {
  const question = ruleSet?.instrument?.questions.find((one) => one.fact === fact)
  return question === undefined ? undefined : text(question.id, 'title', question.title)
}

function heldBackWords(speech: Speech, { by, id, reason }: HeldBack): Said[] {
  const { of, words, own } = speech
  switch (by) {
    case 'one-sided':
      return [own(words.oneSided)]
    case 'little-known':
      return [own(words.littleKnown)]
    case 'indicator':
      return indicatorWords(speech, id ?? reason)
    case 'lowest-clause': {
      const clause = of.result.clauses.find((one) => one.id === id)
      return [own(words.lowestClause(titleOf(of, clause), `${clause?.level ?? 0}`))]
    }
    case 'lowest-principle': {
      const principle = of.result.principles.find((one) => one.id === id)
      return [own(words.lowestPrinciple(titleOf(of, principle), `${of.result.headline.level ?? 0}`))]
    }
  }
}

function indicatorWords(speech: Speech, id: string): Said[] {
  const { of, words, own } = speech
  const outcomes = of.result.clauses.flatMap((clause) => clause.outcomes)
  if (outcomes.find(({ indicator }) => indicator === id)?.outcome !== 'unknown') return [unmetWords(speech, id)]
  return [own(words.notKnownWhether), statementOf(of, id)]
}

function titleOf({ text }: Explained, node: { readonly id: string; readonly title: string } | undefined): string {
  return node === undefined ? '' : text(node.id, 'title', node.title).text
}

function statementOf({ ruleSet, text }: Explained, id: string): Said {
  const statement = ruleSet?.practice.indicators.find((one) => one.id === id)?.statement
  return statement === undefined ? { text: id, lang: 'en' } : text(id, 'statement', statement)
}

/** An answer that does not fit the record counts only where it says that something does not apply. */
function noticeKind({ result }: Explained, { code, path }: Notice): keyof ReasonWords['notices'] {
  const outcomes = result.clauses.flatMap((clause) => clause.outcomes)
  const isLeftOut = outcomes.find(({ indicator }) => indicator === stepsIn(path)[1])?.outcome === 'notApplicable'
  return code === 'answer-contradicts-record' && isLeftOut ? 'left-out' : code
}

function subjectOf(of: Explained, path: string): Said {
  const [first = '', ...rest] = stepsIn(path)
  if (first === 'answers') return statementOf(of, rest[0] ?? '')
  const fact = [first, ...rest].join('.')
  return questionTitle(of, fact) ?? { text: fact, lang: 'en' }
}

function stepsIn(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
