import type { Whole } from './view.ts'

/** Every text of a rule set that can be translated: id, field, text. */
export type TextsById = ReadonlyMap<string, ReadonlyMap<string, string>>

type Adding = (id: string, texts: Readonly<Record<string, string | undefined>>) => void

/** The texts of a rule set, under the ids and fields by which pages look for them in `locales`. */
export function textsOf(whole: Whole): TextsById {
  const texts = new Map<string, Map<string, string>>()
  const add: Adding = (id, fields) => {
    const known = texts.get(id) ?? new Map<string, string>()
    for (const [field, text] of Object.entries(fields)) if (text !== undefined) known.set(field, text)
    texts.set(id, known)
  }
  addGuidance(whole, add)
  addQuestions(whole, add)
  addRest(whole, add)
  return texts
}

function addGuidance({ principles, indicators }: Whole, add: Adding): void {
  for (const { id, title, what, why, how } of [...principles, ...principles.flatMap(({ clauses }) => clauses)])
    add(id, { title, what, why, how })
  for (const { id, statement, unmet, next, evidence } of indicators) add(id, { statement, unmet, next, evidence })
}

function addQuestions({ questions }: Whole, add: Adding): void {
  for (const { id, title, help, choices, fact, fields } of questions) {
    add(id, { title, help, ...labels(choices) })
    for (const { field, ...item } of fields ?? [])
      add(`${fact}.${field}`, { title: item.title, help: item.help, ...labels(item.choices) })
  }
}

function labels(choices: readonly { value: string; label: string }[] = []): Record<string, string> {
  return Object.fromEntries(choices.map(({ value, label }) => [`choice.${value}`, label]))
}

function addRest({ document, facts, levels }: Whole, add: Adding): void {
  const { title, description, notice, answers, scopes = [], lenses = [], plan, competences, profile } = document
  add('rule-set', { title, description, notice })
  for (const { level, name, meaning } of levels)
    add('scale', { [`level.${level}`]: name, [`meaning.${level}`]: meaning })
  for (const { value, label } of answers?.scale ?? []) add('answers', { [value]: label })
  for (const { code, label } of answers?.notApplicable?.reasons ?? []) add('answers', { [`reason.${code}`]: label })
  for (const scope of [...scopes, ...lenses]) add(scope.id, { title: scope.title, description: scope.description })
  for (const element of lenses.flatMap(({ elements }) => elements)) add(element.id, { title: element.title })
  for (const section of plan?.sections ?? []) add(section.id, { title: section.title, prompt: section.prompt })
  for (const { id, title: name, low, mid, high } of competences?.items ?? []) add(id, { title: name, low, mid, high })
  for (const { id, title: name } of profile?.segments ?? []) add(`segment.${id}`, { title: name })
  for (const { id, title: name, evidence } of profile?.sizeBands ?? []) add(`size.${id}`, { title: name, evidence })
  for (const { id, title: name, description: about } of facts) add(id, { title: name, description: about })
}
