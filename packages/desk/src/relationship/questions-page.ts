import { html } from 'lit'
import type { OpenPage } from '../desk.ts'
import { ruleSet } from '../service/firm-service.ts'
import { nameOf } from './name-of.ts'
import { relationshipFrame } from './relationship-frame.ts'

/** The assessment itself, kept and scored by the service; the element gets a token for this one relationship. */
export const openQuestions: OpenPage = async ({ service }, [, id = '']) => {
  const entry = await service.read(id)
  // the longest there is: who is interrupted should find the page still open
  const body = { origins: [location.origin], minutes: 60 }
  const { body: session } = await service.client.call('openEmbedSession', { relationship: id, body })
  const view = () =>
    relationshipFrame(
      entry,
      'questions',
      html`<joinery-assessment
        name="desk-${id}"
        rules=${ruleSet}
        scope="starter"
        api="/"
        heading-level="2"
        token=${session.token}
      ></joinery-assessment>`,
    )
  return { title: nameOf(entry.record), view }
}
