import '../assessment/define.ts'
import { whenIdle } from './when-idle.ts'

export { JoineryAssessment } from '../assessment/assessment.ts'
export { registerStrings } from '../i18n/registry.ts'
export { registerPlugin } from '../sectors/registry.ts'

const others: Readonly<Record<string, () => Promise<unknown>>> = {
  'joinery-results': () => import('../results/define.ts'),
  'joinery-profile': () => import('../profile/define.ts'),
  'joinery-plan': () => import('../plan/define.ts'),
  'joinery-badge': () => import('../badge/define.ts'),
  'joinery-portfolio': () => import('../portfolio/define.ts'),
  'joinery-benchmark': () => import('../benchmark/define.ts'),
}

/**
 * What a page loads with one line. The assessment is there at once; elements that draw results are fetched at once where
 * the page holds one, and otherwise when it is idle, for those that scripts add later.
 */
function load(isWanted: (tag: string) => boolean): void {
  for (const [tag, fetchElement] of Object.entries(others))
    // what fails without the network is fetched with the next page
    if (isWanted(tag) && !customElements.get(tag)) fetchElement().catch(() => undefined)
}

load((tag) => document.querySelector(tag) !== null)
// what nobody waits for does not travel beside the questions that somebody waits for
if (document.querySelector('joinery-assessment[rules]') === null) loadOthers()
else for (const name of ['joinery-ready', 'joinery-error']) document.addEventListener(name, loadOthers, { once: true })

function loadOthers(): void {
  whenIdle(() => load(() => true))
}
