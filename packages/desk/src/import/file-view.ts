import { html, nothing, type TemplateResult } from 'lit'
import {
  roleWords,
  rolesOf,
  type FileKind,
  type Intake,
  type IntakeFault,
  type Mapping,
  type Question,
} from '@joinery/intake'
import { whole } from '../words/format.ts'
import { inEnglish } from '../words/in-english.ts'
import type { Brought } from './bringing.ts'
import type { Bring, State } from './state.ts'
import { words } from '../words/speak.ts'

/** Every file that was brought in: what it is, what is asked about it, what is wrong with it. */
export function filesView({ brought }: State, bring: Bring): TemplateResult {
  return html`<ul class="files">
    ${brought.map((one, at) => html`<li>${fileView(one, at, bring)}</li>`)}
  </ul>`
}

function fileView({ file, intake, progress, problem }: Brought, at: number, bring: Bring): TemplateResult {
  const said = words().files
  const what = intake?.kind === undefined ? '' : said.kinds[intake.kind]
  const rows = intake === undefined || intake.rows === 0 ? '' : `, ${said.rows(whole(intake.rows), intake.rows === 1)}`
  return html`<div class="bar">
      <b><bdi>${file.name}</bdi></b>
      <span>${what}${rows}</span>
      <button type="button" class="plain quietly" @click=${() => bring.remove(at)}>
        ${said.leaveOut}<span class="unseen"> ${file.name}</span>
      </button>
    </div>
    ${
      progress === undefined
        ? nothing
        : html`<progress max="1" .value=${progress} aria-label=${said.reading(file.name)}></progress>`
    }
    ${problem === undefined ? nothing : html`<p class="trouble">${inEnglish(problem)}</p>`}
    ${intake === undefined ? nothing : saidView(intake, at, bring)}`
}

function saidView(intake: Intake, at: number, bring: Bring): TemplateResult {
  const { faults, questions, notes, columns, kind } = intake
  return html`${faults.length === 0 ? nothing : faultsView(faults)}
  ${questions.map((question) => questionView(question, at, bring))}
  ${notes.map((note) => html`<p class="hint">${inEnglish(note)}</p>`)}
  ${columns.length > 0 && kind !== undefined ? mappingView({ intake, kind, at, bring }) : nothing}`
}

function faultsView(faults: readonly IntakeFault[]): TemplateResult {
  const said = words().files
  return html`<div class="summary">
    <h2>${said.faults}</h2>
    <ul>
      ${faults.map(
        ({ line, column, message }) =>
          html`<li>
            ${line === undefined ? '' : `${said.line(line)}${column === undefined ? '' : `, ${said.column(column)}`}: `}${inEnglish(message)}
          </li>`,
      )}
    </ul>
  </div>`
}

function questionView({ id, text, options }: Question, at: number, { answer }: Bring): TemplateResult {
  const name = `file-${at}-${id.replaceAll(' ', '-')}`
  const choose = ({ currentTarget }: Event) => answer(at, id, (currentTarget as HTMLSelectElement).value)
  return html`<div class="field ask">
    <label class="name" for=${name}>${inEnglish(text)}</label>
    <select id=${name} @change=${choose}>
      <option value="" selected disabled>${words().files.pleaseChoose}</option>
      ${options.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
    </select>
  </div>`
}

interface Mapped {
  readonly intake: Intake
  readonly kind: FileKind
  readonly at: number
  readonly bring: Bring
}

/** Which column was taken for what; another choice reads the file again and is remembered. */
function mappingView({ intake: { mapping, columns }, kind, at, bring }: Mapped): TemplateResult {
  const change = (role: keyof Mapping, column: string) => bring.map(at, { ...mapping, [role]: column })
  return html`<details class="mapping">
    <summary>${words().files.mapping}</summary>
    <div class="grid">
      ${rolesOf(kind).map((role) => {
        const name = `file-${at}-role-${role}`
        return html`<div class="field">
          <label class="name" for=${name}>${inEnglish(roleWords[role])}</label>
          <select
            id=${name}
            .value=${mapping[role] ?? ''}
            @change=${({ currentTarget }: Event) => change(role, (currentTarget as HTMLSelectElement).value)}
          >
            <option value="" ?selected=${mapping[role] === undefined}>${words().files.none}</option>
            ${columns
              .filter((column) => column !== '')
              .map((column) => html`<option value=${column} ?selected=${mapping[role] === column}>${column}</option>`)}
          </select>
        </div>`
      })}
    </div>
  </details>`
}
