import { html } from 'lit'
import type { OpenPage } from '../desk.ts'
import { createLinks, linksView } from './links-view.ts'
import { nameOf } from './name-of.ts'
import { createPulse, pulseView } from './pulse-view.ts'
import { relationshipFrame } from './relationship-frame.ts'

/** The partner's side: links to hand on, the pulse of both sides, and what to do where they lie apart. */
export const openPartner: OpenPage = async (desk, [, id = '']) => {
  const entry = await desk.service.read(id)
  const [links, pulse] = await Promise.all([createLinks(desk, entry), createPulse(desk, entry)])
  const view = () => relationshipFrame(entry, 'partner', html`${linksView(links)} ${pulseView(pulse)}`)
  return { title: nameOf(entry.record), view }
}
