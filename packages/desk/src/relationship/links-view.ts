import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { sharedView, type Relationship } from '@joinery/core'
import type { PartnerLink } from '@joinery/api/client'
import type { Desk } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { counted, dayWords, daysAfter } from '../words.ts'
import { handOnView } from './hand-on-view.ts'
import { nameOf } from './name-of.ts'
import { shareableParts } from './shareable-parts.ts'
import { typed } from '../typed.ts'

/** The links of a relationship, and a new one in the making. */
export interface Links {
  readonly entry: Entry
  readonly desk: Desk
  list: readonly PartnerLink[]
  /** Address of the link that was just made; the service tells it once. */
  made: string | undefined
  readonly make: (wish: Wish) => Promise<void>
  readonly revoke: (link: string) => Promise<void>
}

interface Wish {
  readonly label: string
  readonly powers: readonly ('confirm' | 'pulse' | 'plan')[]
  readonly fields: readonly string[]
  readonly expiresAt: string
}

export async function createLinks(desk: Desk, entry: Entry): Promise<Links> {
  const { client } = desk.service
  const relationship = entry.id
  const read = async () => {
    const all: PartnerLink[] = []
    for await (const link of client.list('listPartnerLinks', { relationship })) all.push(link)
    return all.toReversed()
  }
  const links: Links = {
    entry,
    desk,
    list: await read(),
    made: undefined,
    make: (wish) =>
      desk.run(async () => {
        const { body } = await client.call('createPartnerLink', { relationship, body: wish as never })
        links.made = `${location.origin}/p/${body.token}`
        links.list = await read()
      }),
    revoke: (link) =>
      desk.run(async () => {
        await client.call('revokePartnerLink', { relationship, link } as never)
        links.made = undefined
        links.list = await read()
      }),
  }
  return links
}

const powers = [
  ['confirm', 'Say whether what we recorded is so'],
  ['pulse', 'Answer four questions on trust, sealed until we have answered them too'],
  ['plan', 'Read the shared half of the plan, comment on it, approve it'],
] as const

export function linksView(links: Links): TemplateResult {
  const { entry, made, list } = links
  const name = nameOf(entry.record)
  return html`<section>
    <h2>Ask <bdi>${name}</bdi></h2>
    <p>Levels 3 and 4 take two. A link needs no account and takes three minutes on a phone.</p>
    ${made === undefined ? nothing : handOnView({ address: made, from: links.desk.service.firm.name, to: name })}
    <details ?open=${list.length === 0}>
      <summary>Make a ${list.length === 0 ? '' : 'new '}link</summary>
      ${formView(links)}
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

function formView({ entry, desk, make }: Links): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const label = typed(form, 'label')
    const days = Number(form.get('days'))
    void make({
      label: label === '' ? nameOf(entry.record) : label,
      powers: powers.map(([power]) => power).filter((power) => form.get(power) !== null),
      fields: form.getAll('field').map(String),
      expiresAt: `${daysAfter(desk.today, days)}T23:59:59.000Z`,
    })
  }
  return html`<form novalidate @submit=${send}>
    <div class="field">
      <label class="name" for="label">For whom</label>
      <input id="label" name="label" type="text" maxlength="100" autocomplete="off" .value=${contactOf(entry.record)} />
    </div>
    <fieldset class="stacked field">
      <legend class="name">What for</legend>
      ${powers.map(
        ([power, words]) =>
          html`<label class="option"><input type="checkbox" name=${power} checked /><span>${words}</span></label>`,
      )}
    </fieldset>
    ${fieldsView(entry.record)}
    <div class="field">
      <label class="name" for="days">Good for</label>
      <select id="days" name="days" class="short">
        <option value="14">two weeks</option>
        <option value="30" selected>30 days</option>
        <option value="90">90 days</option>
      </select>
    </div>
    <div class="buttons"><button>Make the link</button></div>
  </form>`
}

function contactOf({ people = [] }: Relationship): string {
  const theirs = people.filter(({ side }) => side === 'partner')
  return (theirs.find(({ isLead }) => isLead) ?? theirs[0])?.name ?? ''
}

/** Only what is in the record and may be shared at all can be chosen; private fields are not even offered. */
function fieldsView(record: Relationship): TemplateResult {
  const seen = sharedView(record)
  const parts = shareableParts().filter(({ field }) => Object.hasOwn(seen, field))
  return html`<fieldset class="stacked field">
    <legend class="name">What the partner may see</legend>
    <span class="hint"
      >What is private to you, such as shares of revenue and your own risks, never leaves your firm.</span
    >
    ${parts.length === 0 ? html`<p>The record holds nothing yet that could be shown.</p>` : nothing}
    ${parts.map(
      ({ field, title, isChosen }) =>
        html`<label class="option">
          <input type="checkbox" name="field" value=${field} ?checked=${isChosen} /><span>${title}</span>
        </label>`,
    )}
  </fieldset>`
}

function linkView({ id, label, expiresAt, revokedAt, used }: PartnerLink, { revoke, desk }: Links): TemplateResult {
  const isOver = revokedAt !== null || expiresAt.slice(0, 10) < desk.today
  const state =
    revokedAt === null
      ? `${isOver ? 'over since' : 'good until'} ${dayWords(expiresAt)}`
      : `taken back on ${dayWords(revokedAt)}`
  return html`<li>
    <span
      ><bdi>${label}</bdi>
      <span class="hint inline"
        >${state}, ${used === 0 ? 'not opened yet' : `opened ${counted(used, 'time')}`}</span
      ></span
    >
    ${
      isOver
        ? nothing
        : html`<button type="button" class="plain quietly" @click=${() => void revoke(id)}>
            Take back<span class="unseen"> the link for ${label}</span>
          </button>`
    }
  </li>`
}
