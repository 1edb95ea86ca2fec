import { html, nothing, type TemplateResult } from 'lit'
import type { Timeline } from '@joinery/api/client'
import type { RuleSetData } from '@joinery/widgets/asking'
import type { Desk, OpenPage } from '../desk.ts'
import { nameOf } from '../relationship/name-of.ts'
import { relationshipFrame } from '../relationship/relationship-frame.ts'
import { ruleSet } from '../service/firm-service.ts'
import { ruleTexts, type RuleTexts } from '../words/rule-texts.ts'
import { words } from '../words/speak.ts'
import { timelineView } from './timeline-view.ts'

interface Time {
  readonly scopes: NonNullable<RuleSetData['scopes']>
  scope: string
  timeline: Timeline
  readonly texts: RuleTexts
  readonly choose: (scope: string) => Promise<void>
  readonly keep: () => Promise<void>
}

/** How the relationship went, principle by principle: what you changed, what aged, what the rules changed. */
export const openTime: OpenPage = async (desk, [, id = '']) => {
  const [entry, document] = await Promise.all([desk.service.read(id), desk.service.ruleSet()])
  const texts = ruleTexts(document)
  const scopes = document.scopes ?? []
  const scope = scopes[0]?.id ?? 'full'
  const time: Time = {
    scopes,
    scope,
    texts,
    timeline: await read(desk, id, scope),
    choose: (next) =>
      desk.run(async () => {
        time.timeline = await read(desk, id, next)
        time.scope = next
      }),
    keep: () =>
      desk.run(async () => {
        await desk.service.client.call('keepResult', { relationship: id, body: { ruleSet, scope: time.scope } })
        time.timeline = await read(desk, id, time.scope)
        desk.say(words().time.kept)
      }),
  }
  return {
    title: words().time.pageTitle(nameOf(entry.record)),
    view: () => relationshipFrame(entry, 'time', timeView(time)),
  }
}

async function read({ service }: Desk, relationship: string, scope: string): Promise<Timeline> {
  return (await service.client.call('getTimeline', { relationship, ruleSet, scope })).body
}

function timeView({ scopes, scope, timeline, texts, choose, keep }: Time): TemplateResult {
  const said = words().time
  return html`<section>
    <h2>${said.title}</h2>
    <p>${said.lead}</p>
    ${
      scopes.length < 2
        ? nothing
        : html`<fieldset class="field">
            <legend class="name">${said.which}</legend>
            <div class="options">
              ${scopes.map(
                ({ id, title }) =>
                  html`<label class="option">
                    <input
                      type="radio"
                      name="scope"
                      value=${id}
                      .checked=${id === scope}
                      @change=${() => void choose(id)}
                    /><span>${texts.said(id, 'title', title)}</span>
                  </label>`,
              )}
            </div>
          </fieldset>`
    }
    ${timelineView(timeline, texts)}
    <div class="buttons"><button type="button" @click=${() => void keep()}>${said.keep}</button></div>
  </section>`
}
