import { modelField } from '@joinery/core'
import type { Question, RuleSetData } from '@joinery/widgets/asking'
import { words } from '../words/speak.ts'

/** One heading under which facts are written down. */
export interface Section {
  /** As it stands in an address. */
  readonly id: string
  readonly title: string
  readonly prompt: string
  readonly shared: readonly Question[]
  /** What stays in the firm. */
  readonly own: readonly Question[]
}

interface Heading {
  readonly id: string
  readonly title: string
  readonly prompt: string
  readonly facts: readonly string[]
}

/** The headings of the plan, with those that no plan has but a firm looks for, and one for whatever is left. */
export function sectionsOf(document: RuleSetData, language: string): readonly Section[] {
  const questions = document.instrument?.questions ?? []
  const { keeping, keepingPrompt, promises, promisesPrompt, rest, restPrompt } = words().record
  const headings: readonly Heading[] = [
    { id: 'keeping', title: keeping, prompt: keepingPrompt, facts: ['rmp'] },
    { id: 'promises', title: promises, prompt: promisesPrompt, facts: ['commitments', 'actions', 'decisions'] },
    ...planHeadings(document, language),
  ]
  const isUnder = ({ fact }: Question, { facts }: Pick<Heading, 'facts'>) =>
    facts.some((part) => fact === part || fact.startsWith(`${part}.`))
  const left = questions.filter((question) => !headings.some((heading) => isUnder(question, heading)))
  return [
    ...headings.map((heading) => {
      // what a heading is about first comes first
      const own = heading.facts.map((fact) => questions.filter((question) => isUnder(question, { facts: [fact] })))
      return sectionOf(heading, [...new Set(own.flat())])
    }),
    sectionOf({ id: 'rest', title: rest, prompt: restPrompt }, left),
  ].filter(({ shared, own }) => shared.length + own.length > 0)
}

/** The address of the heading under which a section of the plan is filled in. */
export function sectionOfPlan(id: string): string {
  return id.replace(/^plan\./, '')
}

function planHeadings({ plan, locales }: RuleSetData, language: string): readonly Heading[] {
  const own = locales !== undefined && Object.hasOwn(locales, language) ? locales[language] : undefined
  return (plan?.sections ?? []).map(({ id, title, prompt, parts }) => ({
    id: sectionOfPlan(id),
    title: own?.[id]?.['title'] ?? title,
    prompt: own?.[id]?.['prompt'] ?? prompt,
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
