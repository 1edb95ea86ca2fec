import { html, nothing, type TemplateResult } from 'lit'
import type { PlanState, Remark } from '@joinery/api/client'
import { sectionOfPlan } from '../record/sections.ts'
import type { Entry } from '../service/firm-service.ts'
import { dayWords } from '../words/format.ts'
import { inEnglish } from '../words/in-english.ts'
import { words } from '../words/speak.ts'
import { nameOf } from './name-of.ts'

/** Whether the partner approved the shared half, and what it approved before. */
export function approvalsView({ approvals }: PlanState, { id, record }: Entry): TemplateResult {
  const said = words().plan
  const name = nameOf(record)
  const [newest, ...earlier] = approvals
  if (newest === undefined)
    return html`<p class="note">${said.notAgreed} <a href="#/relationship/${id}/partner">${said.giveLink(name)}</a></p>`
  return html`<div class="note">
    <p>
      ${newest.holds ? html`<b>${said.agreed(name, dayWords(newest.at))}</b>` : said.changed(name, dayWords(newest.at))}
    </p>
    ${
      earlier.length === 0
        ? nothing
        : html`<p class="small">${said.earlier(earlier.map(({ at }) => dayWords(at)).join(', '))}</p>`
    }
  </div>`
}

/** What has changed since the partner approved, line by line. */
export function changesView({ changes }: PlanState): TemplateResult | typeof nothing {
  if (changes === null || changes.length === 0) return nothing
  const said = words().plan
  return html`<details class="changes" open>
    <summary>${said.changesTitle}</summary>
    ${changes.map(
      ({ title, added, removed }) =>
        html`<h3>${inEnglish(title)}</h3>
          <ul>
            ${added.map((line) => html`<li><b>${said.added}</b> <bdi>${inEnglish(line)}</bdi></li>`)}
            ${removed.map((line) => html`<li class="quiet"><b>${said.removed}</b> <bdi>${inEnglish(line)}</bdi></li>`)}
          </ul>`,
    )}
  </details>`
}

interface Remarks {
  readonly entry: Entry
  readonly close: (remark: string) => Promise<void>
}

/** What the partner said of the plan and of what was shown to it; what was dealt with stays readable. */
export function remarksView(remarks: readonly Remark[], { entry, close }: Remarks): TemplateResult | typeof nothing {
  if (remarks.length === 0) return nothing
  const said = words().plan
  return html`<h3>${said.remarks(nameOf(entry.record))}</h3>
    <ul class="rows">
      ${remarks.map(
        ({ id, field, comment, state, createdAt }) =>
          html`<li>
            <span>
              <span class="tag">${field === null ? said.aboutPlan : aboutOf(field)}</span> <bdi>${comment}</bdi>
              <span class="hint">${dayWords(createdAt)}${state === 'closed' ? `, ${said.dealtWith}` : ''}</span>
            </span>
            ${
              state === 'closed'
                ? nothing
                : html`<button type="button" class="plain quietly" @click=${() => void close(id)}>
                    ${said.close}<span class="unseen">: ${comment}</span>
                  </button>`
            }
          </li>`,
      )}
    </ul>`
}

function aboutOf(field: string): string {
  const fields = words().fields as Readonly<Record<string, string>>
  const [entity = ''] = field.split('.')
  return fields[entity] ?? field
}

/** What is not there yet: each heading leads to its form. */
export function missingView({ missing }: PlanState, { id }: Entry): TemplateResult {
  const said = words().plan
  if (missing.length === 0)
    return html`<h2>${said.missingTitle}</h2>
      <p>${said.nothingMissing}</p>`
  return html`<h2>${said.missingTitle}</h2>
    <p>${said.missingLead}</p>
    <ul class="rows missing">
      ${missing.map(
        ({ section, title, quickest }) =>
          html`<li>
            <span><a href="#/relationship/${id}/record/${sectionOfPlan(section)}">${inEnglish(title)}</a></span>
            <span class="quiet">${inEnglish(quickest)}</span>
          </li>`,
      )}
    </ul>`
}
