import { checkDigest, digestOf } from '../rule-set/digest.ts'
import { isDrawable } from '../rule-set/is-drawable.ts'
import { loadJson } from '../rule-set/load-json.ts'
import { plugins } from '../sectors/registry.ts'
import { createDeviceStore } from '../session/device-store.ts'
import { lateScorer } from '../session/late-scorer.ts'
import { openSession } from '../session/session.ts'
import { scopeToBegin, type Asked, type Hooks } from '../session/asked.ts'
import type { Session } from '../assessment/view.ts'

/**
 * Scored in the page, kept on the device. The questions are shown as soon as the rule set is there; what checks and scores it
 * is fetched beside it, and takes over while somebody reads. A rule set with faults is refused then, with all of them.
 */
export async function openLocal(asked: Asked, { onChange, onRefused, verify }: Hooks): Promise<Session> {
  const document = asked.ruleSet ?? (await loadJson(asked.rules))
  // after the questions, which somebody waits for
  const scoring = import('./local-scorer.ts')
  scoring.catch(() => undefined)
  const hash = await digestOf(document)
  checkDigest(hash, asked.digest)
  await verify(document)
  const making = scoring.then(({ createLocalScorer }) => createLocalScorer(document, hash))
  making.then((scorer) => scorer.prepare()).catch(() => undefined)
  // what cannot be drawn cannot be read either: the reader says why
  if (!isDrawable(document)) throw await making.catch((error: unknown) => error)
  const withPlugins = plugins[0] && (await making)
  const session = await openSession({
    document,
    scorer: lateScorer(hash, making),
    addPages: withPlugins?.addPages,
    recordRules: withPlugins?.recordRules,
    store: createDeviceStore(),
    name: asked.name,
    scope: scopeToBegin(asked, document),
    today: asked.today,
    onChange,
  })
  making.catch(onRefused)
  return session
}
