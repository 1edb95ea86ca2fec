import type { Relationship } from '@joinery/core'
import type { Plugin, SectorScope } from '@joinery/core/plugin'
import { html, nothing } from 'lit'
import { questionsView } from '../assessment/questions-view.ts'
import { statementView } from '../assessment/statement-view.ts'
import { idOf } from '../assessment/id-of.ts'
import type { SectorPage, View } from '../assessment/view.ts'
import { field } from '../inputs/field.ts'
import type { Indicator, Question, RuleSetData } from '../rule-set/document.ts'
import { textsOf } from '@joinery/report/texts'
import { wordsOf } from '../i18n/registry.ts'
import { factOf } from '../session/record.ts'
import { pluginInput } from './plugin-input.ts'
import type { ProviderFile } from './provider-files.ts'
import { sectors } from './words.ts'

interface SectorParts {
  readonly plugin: Plugin
  readonly document: RuleSetData
  readonly files: readonly ProviderFile[]
  readonly sectionsIn: SectorPage['sectionsIn']
  /** What a short scope asks; undefined for all of it. */
  readonly asked: SectorScope | undefined
}

/** The page that asks for a sector. */
export function sectorPage({ plugin, document, files, sectionsIn, asked }: SectorParts): SectorPage {
  const isOwn = ({ id }: { readonly id: string }) => id.startsWith(`${plugin.name}.`)
  const questions = (document.instrument?.questions ?? [])
    .filter(isOwn)
    .filter(({ id }) => asked === undefined || asked.questions.includes(id))
  // what a record cannot show is answered
  const statements = document.practice.indicators.filter(
    (indicator) => asked === undefined && isOwn(indicator) && indicator.conditions === undefined,
  )
  const types = new Map((plugin.questionTypes ?? []).map((type) => [type.id, pluginInput(type)]))
  const inputOf = ({ as }: Question) => (as === undefined ? undefined : types.get(as))
  const title = (language: string) => textsOf(document, language)('rule-set', 'title', document.title)
  return {
    kind: 'sector',
    id: `sector-${plugin.name}`,
    plugin: plugin.name,
    document,
    sectionsIn,
    minutesLeft: (record) => minutesFor({ questions, statements }, record, asked),
    title,
    draw: (view) => {
      const own = { ...withDocument(view, document), inputOf }
      const { heading, said, format } = own
      return html`${heading(html`<span id="page-title" tabindex="-1">${said(title(format.language))}</span>`, 1, 'h1')}
        <p class="lead">${wordsOf(format.language, 'sectors', sectors).lead}</p>
        ${filesView(own, asked === undefined ? files : [])}
        ${placesOf(document).map((place) => placeView(own, place, { questions, statements }))}`
    },
  }
}

/** A list takes a minute and everything else a third of it, where the plugin does not say how long its questions take. */
function minutesFor({ questions, statements }: Asked, record: Relationship, asked: SectorScope | undefined): number {
  const weightOf = ({ type }: Question) => (type === 'records' || type === 'texts' ? 1 : 1 / 3)
  const sumOf = (some: readonly Question[]) => some.reduce((sum, question) => sum + weightOf(question), 0)
  const open = sumOf(questions.filter(({ fact }) => factOf(record, fact) === undefined))
  const all = sumOf(questions)
  if (asked !== undefined) return all === 0 ? 0 : (asked.minutes * open) / all
  const { answers = {} } = record
  return open + statements.filter(({ id }) => !Object.hasOwn(answers, id)).length / 3
}

/** The view of the page, on the rule set of the sector. What was worked out for the core says nothing about it. */
function withDocument(view: View, document: RuleSetData): View {
  return {
    ...view,
    session: { ...view.session, document },
    state: { ...view.state, live: undefined },
    text: textsOf(document, view.format.language),
  }
}

interface Place {
  /** Of a clause or a principle; undefined for what stands beside none. */
  readonly id: string | undefined
  readonly title: string
}

function placesOf({ reference }: RuleSetData): readonly Place[] {
  return [
    { id: undefined, title: '' },
    ...reference.principles.flatMap(({ id, title, clauses }) => [{ id, title }, ...clauses]),
  ]
}

interface Asked {
  readonly questions: readonly Question[]
  readonly statements: readonly Indicator[]
}

function placeView(view: View, { id, title }: Place, asked: Asked): unknown {
  const { text, said, heading } = view
  const questions = asked.questions.filter(({ clause }) => clause === id)
  const statements = asked.statements.filter(({ clause }) => clause === id)
  if (questions.length + statements.length === 0) return nothing
  return html`<section class="clause" part="clause" id=${idOf('sector', id ?? 'all')}>
    ${id === undefined ? nothing : html`<div class="clause-head">${heading(said(text(id, 'title', title)), 2, 'h2')}</div>`}
    ${statements.map((indicator) => statementView(view, indicator))} ${questionsView(view, questions)}
  </section>`
}

/** Files that offices have anyway, instead of typing. */
function filesView(view: View, files: readonly ProviderFile[]): unknown {
  if (files.length === 0) return nothing
  const { text, said, desk, format } = view
  const words = wordsOf(format.language, 'sectors', sectors)
  return html`<section class="clause">
    <div class="questions">
      ${files.map(({ provider, endings, name, choose }) => {
        const id = idOf('file', provider.id)
        const chosen = async ({ target }: Event) => {
          const [file] = (target as HTMLInputElement).files ?? []
          if (file === undefined) return
          await choose(file)
          desk.redraw()
        }
        const asked = {
          id,
          fact: '',
          textsId: provider.id,
          title: said(text(provider.id, 'title', provider.title)),
          help: said(text(provider.id, 'purpose', provider.purpose)),
        }
        const control = html`<input
            id=${id}
            type="file"
            accept=${endings.join(',')}
            aria-describedby="${id}-hint ${id}-kept"
            @change=${chosen}
          />
          <p class="hint small" id="${id}-kept">${words.fileHint}</p>
          <p class="small" role="status">${name() === undefined ? nothing : words.fileRead(name()!)}</p>`
        return field(asked, desk, control)
      })}
    </div>
  </section>`
}
