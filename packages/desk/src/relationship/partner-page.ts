import { html } from 'lit'
import type { OpenPage } from '../desk.ts'
import { createLinks } from './links.ts'
import { linksView } from './links-view.ts'
import { nameOf } from './name-of.ts'
import { createPulse, pulseView } from './pulse-view.ts'
import { relationshipFrame } from './relationship-frame.ts'
import { createStatements } from './statements.ts'
import { statementsView } from './statements-view.ts'

/** The partner's side: links to hand on, the pulse of both sides, and what to do where they lie apart. */
export const openPartner: OpenPage = async (desk, [, id = '']) => {
  const entry = await desk.service.read(id)
  const rules = await desk.service.rules()
  const [links, pulse, statements] = await Promise.all([
    createLinks(desk, entry),
    createPulse(desk, entry),
    createStatements(desk, entry, rules),
  ])
  const view = () =>
    relationshipFrame(
      entry,
      'partner',
      html`${linksView(links, statements)} ${pulseView(pulse)} ${statementsView(statements)}`,
    )
  return { title: nameOf(entry.record), view }
}
