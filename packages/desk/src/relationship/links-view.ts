import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PartnerLink } from '@joinery/api/client'
import { dayWords } from '../words/format.ts'
import { words } from '../words/speak.ts'
import { handOnView } from './hand-on-view.ts'
import { linkForm } from './link-form.ts'
import type { Links } from './links.ts'
import { nameOf } from './name-of.ts'
import type { Statements } from './statements.ts'

/** The links that a partner has, and a new one. */
export function linksView(links: Links, statements: Statements): TemplateResult {
  const { entry, made, list } = links
  const said = words().links
  const name = nameOf(entry.record)
  return html`<section>
    <h2>${said.title(name)}</h2>
    <p>${said.lead}</p>
    ${made === undefined ? nothing : handOnView({ address: made, from: links.desk.service.firm.name, to: name })}
    <details ?open=${list.length === 0}>
      <summary>${list.length === 0 ? said.first : said.another}</summary>
      ${linkForm(links, statements)}
    </details>
    ${
      list.length === 0
        ? nothing
        : html`<ul class="rows">
            ${repeat(
              list,
              ({ id }) => id,
              (link) => linkView(link, links),
            )}
          </ul>`
    }
  </section>`
}

function linkView(
  { id, label, expiresAt, revokedAt, used, mail }: PartnerLink,
  { revoke, desk }: Links,
): TemplateResult {
  const said = words().links
  const isOver = revokedAt !== null || expiresAt.slice(0, 10) < desk.today
  const until = isOver ? said.overSince(dayWords(expiresAt)) : said.goodUntil(dayWords(expiresAt))
  const state = revokedAt === null ? until : said.takenBack(dayWords(revokedAt))
  const standing = [state, said.opened(used), ...(mail === null ? [] : [said.mails[mail]])].join(', ')
  return html`<li>
    <span><bdi>${label}</bdi> <span class="hint inline">${standing}</span></span>
    ${
      isOver
        ? nothing
        : html`<button type="button" class="plain quietly" @click=${() => void revoke(id)}>
            ${said.takeBack}<span class="unseen">: ${label}</span>
          </button>`
    }
  </li>`
}
