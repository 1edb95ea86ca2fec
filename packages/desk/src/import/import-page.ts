import { html, nothing, type TemplateResult } from 'lit'
import type { OpenPage } from '../desk.ts'
import { createBring } from './bring.ts'
import { doneView } from './done-view.ts'
import { dropView } from './drop-view.ts'
import { filesView } from './file-view.ts'
import { findingsView } from './findings-view.ts'
import { partnersView } from './partners-view.ts'
import type { Bring, State } from './state.ts'
import { words } from '../words/speak.ts'

/** From files to what stands in the records, in four steps on one page. */
export const openImport: OpenPage = async (desk) => {
  const state: State = {
    entries: await desk.service.list(),
    brought: [],
    picked: new Set(),
    added: [],
    found: undefined,
    confirmed: new Set(),
    unfolded: new Set(),
    written: undefined,
  }
  const bring = createBring(desk, state)
  return { title: words().files.pageTitle, view: () => importView(state, bring) }
}

function importView(state: State, bring: Bring): TemplateResult {
  const title = html`<h1 tabindex="-1">${words().files.title}</h1>`
  if (state.written !== undefined) return html`${title} ${doneView(state.written)}`
  return html`${title} ${dropView(bring)} ${filesView(state, bring)}
  ${isRead(state) ? html`${partnersView(state, bring)} ${findingsView(state, bring)}` : nothing}`
}

function isRead({ brought }: State): boolean {
  return brought.length > 0 && brought.every(({ progress }) => progress === undefined)
}
