import { html, nothing } from 'lit'
import { withFact } from '../session/record.ts'
import type { Indicator } from '../rule-set/document.ts'
import { pathsOf, proofOf, type Proof } from './proof.ts'
import { idOf } from './id-of.ts'
import type { View } from './view.ts'

/** What somebody could show: it makes a result surer, and never higher. */
export function proofView(view: View, indicator: Indicator): unknown {
  const { words, text, said } = view
  const paths = pathsOf(indicator)
  const proof = proofOf(view, indicator)
  const box = idOf('proof', indicator.id)
  const put = (change: Partial<Proof>) => {
    const { grade, confirmedByPartnerAt: _before, ...others } = { ...proof, ...change }
    const isConfirmed = grade === 'E3'
    setProof(view, paths, {
      ...others,
      ...(grade === undefined ? {} : { grade }),
      ...(isConfirmed ? { confirmedByPartnerAt: others.observedAt || view.today } : {}),
    })
  }
  return html`<div class="item-form">
    ${
      indicator.evidence === undefined
        ? nothing
        : html`<p class="hint">${words.proofHelp} ${said(text(indicator.id, 'evidence', indicator.evidence))}</p>`
    }
    ${gradeView(view, box, { grade: proof?.grade, put })} ${dayView(view, box, { day: proof?.observedAt, put })}
    ${linkView(view, box, { uri: proof?.uri, put })} ${noteView(view, box, indicator)}
  </div>`
}

type Put = (change: Partial<Proof>) => void

function gradeView({ words }: View, box: string, { grade, put }: { grade: Proof['grade']; put: Put }): unknown {
  const grades = words.grades.split('|').map((label, index) => ({ value: `E${index}` as const, label }))
  const change = ({ target }: Event) => put({ grade: ((target as HTMLSelectElement).value || undefined) as never })
  return html`<div class="field">
    <label class="label" for="${box}-grade">${words.grade}</label>
    <select id="${box}-grade" class="short" @change=${change}>
      <option value="" ?selected=${grade === undefined}>–</option>
      ${grades.map(({ value, label }) => html`<option value=${value} ?selected=${grade === value}>${label}</option>`)}
    </select>
  </div>`
}

function dayView({ words }: View, box: string, { day, put }: { day: string | undefined; put: Put }): unknown {
  return html`<div class="field">
    <label class="label" for="${box}-day">${words.day}</label>
    <input
      id="${box}-day"
      class="short"
      type="date"
      .value=${day ?? ''}
      @change=${({ target }: Event) => put({ observedAt: (target as HTMLInputElement).value })}
    />
  </div>`
}

function linkView({ words }: View, box: string, { uri, put }: { uri: string | undefined; put: Put }): unknown {
  return html`<div class="field">
    <label class="label" for="${box}-link">${words.link}</label>
    <input
      id="${box}-link"
      type="text"
      autocomplete="off"
      maxlength="2000"
      .value=${uri ?? ''}
      @change=${({ target }: Event) => put({ uri: (target as HTMLInputElement).value.trim() })}
    />
  </div>`
}

function noteView({ session, state, words }: View, box: string, { id }: Indicator): unknown {
  const answer = state.record.answers?.[id]
  if (answer === undefined) return nothing
  const change = ({ target }: Event) => {
    const { note: _before, ...others } = answer
    const note = (target as HTMLTextAreaElement).value
    session.answer(id, note.trim() === '' ? others : { ...others, note })
  }
  return html`<div class="field">
    <label class="label" for="${box}-note">${words.note}</label>
    <textarea id="${box}-note" rows="2" maxlength="4000" .value=${answer.note ?? ''} @input=${change}></textarea>
  </div>`
}

/** The proof stands by each fact that the indicator looks at, because that is what it proves. */
function setProof({ session, state }: View, paths: readonly string[], proof: Proof): void {
  const others = (state.record.evidence ?? []).filter(({ factPath }) => !paths.includes(factPath ?? ''))
  const given = Object.fromEntries(
    Object.entries(proof).filter(([key, value]) => key !== 'factPath' && value !== undefined && value !== ''),
  )
  const entries = Object.keys(given).length === 0 ? [] : paths.map((factPath) => ({ factPath, ...given }))
  const evidence = [...others, ...entries]
  session.setRecord(withFact(state.record, 'evidence', evidence.length === 0 ? undefined : evidence))
}
