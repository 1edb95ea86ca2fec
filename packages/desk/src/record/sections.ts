import { modelField } from '@joinery/core'
import { textsOf, type Question, type RuleSetData } from '@joinery/widgets/asking'
import { words } from '../words/speak.ts'

type Said = ReturnType<ReturnType<typeof textsOf>>

/** One heading under which facts are written down. */
export interface Section {
  /** As it stands in an address. */
  readonly id: string
  readonly title: Said
  readonly prompt: Said
  readonly shared: readonly Question[]
  /** What stays in the firm. */
  readonly own: readonly Question[]
}

interface Heading {
  readonly id: string
  readonly title: Said
  readonly prompt: Said
  readonly facts: readonly string[]
}

/** The headings of the plan, with those that no plan has but a firm looks for, and one for whatever is left. */
export function sectionsOf(document: RuleSetData): readonly Section[] {
  const questions = document.instrument?.questions ?? []
  const said = words().record
  const own = (text: string): Said => ({ text, lang: words().language })
  const headings: readonly Heading[] = [
    { id: 'keeping', title: own(said.keeping), prompt: own(said.keepingPrompt), facts: ['rmp'] },
    {
      id: 'promises',
      title: own(said.promises),
      prompt: own(said.promisesPrompt),
      facts: ['commitments', 'actions', 'decisions'],
    },
    ...planHeadings(document),
  ]
  const isUnder = ({ fact }: Question, { facts }: Pick<Heading, 'facts'>) =>
    facts.some((part) => fact === part || fact.startsWith(`${part}.`))
  const left = questions.filter((question) => !headings.some((heading) => isUnder(question, heading)))
  return [
    ...headings.map((heading) => {
      // what a heading is about first comes first
      const found = heading.facts.map((fact) => questions.filter((question) => isUnder(question, { facts: [fact] })))
      return sectionOf(heading, [...new Set(found.flat())])
    }),
    sectionOf({ id: 'rest', title: own(said.rest), prompt: own(said.restPrompt) }, left),
  ].filter(({ shared, own }) => shared.length + own.length > 0)
}

/** The address of the heading under which a section of the plan is filled in. */
export function sectionOfPlan(id: string): string {
  return id.replace(/^plan\./, '')
}

function planHeadings(document: RuleSetData): readonly Heading[] {
  const text = textsOf(document, words().language)
  return (document.plan?.sections ?? []).map(({ id, title, prompt, parts }) => ({
    id: sectionOfPlan(id),
    title: text(id, 'title', title),
    prompt: text(id, 'prompt', prompt),
    facts: parts.map(({ fact }) => fact).filter((fact) => fact !== 'rmp'),
  }))
}

function sectionOf({ id, title, prompt }: Omit<Heading, 'facts'>, questions: readonly Question[]): Section {
  const isOwn = ({ fact }: Question) => modelField(fact)?.visibility === 'private'
  return {
    id,
    title,
    prompt,
    shared: questions.filter((question) => !isOwn(question)),
    own: questions.filter(isOwn),
  }
}
