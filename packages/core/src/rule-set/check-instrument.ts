import { didYouMean, type Spot } from '../fault.ts'
import { sayAbsent } from './say-absent.ts'
import type { FactCatalogue } from './facts-of.ts'
import type { Resolution } from './resolution.ts'

interface Context {
  readonly catalogue: FactCatalogue
  readonly root: Spot
}

/** Reports questions that write nothing, or into the wrong kind of fact. */
export function checkQuestions({ document, own }: Resolution, { catalogue, root }: Context): void {
  const places = document.reference.principles.flatMap(({ id, clauses }) => [id, ...clauses.map((clause) => clause.id)])
  for (const [index, question] of (own.instrument?.questions ?? []).entries()) {
    const at = root.at('instrument', 'questions', index)
    if (!catalogue.has(question.fact))
      sayAbsent(at.at('fact'), { what: 'fact', value: question.fact, known: catalogue.ids() })
    else if (
      (question.type === 'records' || question.type === 'texts' || question.type === 'choices') !==
      catalogue.isList(question.fact)
    )
      at.at('type').say(
        'wrong-type',
        question.type,
        `a question of type ${question.type} cannot write the fact "${question.fact}", which is ${catalogue.isList(question.fact) ? 'a list' : 'a single value'}`,
      )
    if (question.clause !== undefined && !places.includes(question.clause))
      sayAbsent(at.at('clause'), { what: 'clause or principle', value: question.clause, known: places })
    for (const [f, { field }] of (question.fields ?? []).entries())
      if (!catalogue.hasField(question.fact, field))
        at.at('fields', f, 'field').say(
          'unknown-fact',
          field,
          `an item of "${question.fact}" has no field "${field}"${didYouMean(field, catalogue.fieldsOf(question.fact))}`,
        )
  }
}

/** Reports scopes and lenses that name what is not there. */
export function checkIndicatorLists({ document, own }: Resolution, root: Spot): void {
  const ids = new Set(document.practice.indicators.map(({ id }) => id))
  const questions = new Set((document.instrument?.questions ?? []).map(({ id }) => id))
  const check = (
    known: ReadonlySet<string>,
    list: readonly string[] | undefined,
    { what, spot }: { what: string; spot: Spot },
  ) => {
    for (const [index, id] of (list ?? []).entries())
      if (!known.has(id)) sayAbsent(spot.at(index), { what, value: id, known })
  }
  for (const [s, scope] of (own.scopes ?? []).entries()) {
    check(ids, scope.indicators, { what: 'indicator', spot: root.at('scopes', s, 'indicators') })
    check(questions, scope.questions, { what: 'question', spot: root.at('scopes', s, 'questions') })
  }
  for (const [l, lens] of (own.lenses ?? []).entries())
    for (const [e, element] of lens.elements.entries())
      check(ids, element.indicators, { what: 'indicator', spot: root.at('lenses', l, 'elements', e, 'indicators') })
}
