import '../assessment/define.ts'
import { whenIdle } from './when-idle.ts'

export { JoineryAssessment } from '../assessment/assessment.ts'
export { registerStrings } from '../i18n/registry.ts'
export { registerPlugin } from '../sectors/registry.ts'

const others = ['badge', 'benchmark', 'plan', 'portfolio', 'profile', 'results'].map((name) => `joinery-${name}`)

/**
 * What a page loads with one line. The assessment is there at once; elements that draw results are fetched at once where
 * the page holds one, and otherwise when it is idle, for those that scripts add later.
 */
function load(): void {
  // what fails without the network is fetched with the next page
  import('./display.ts').catch(() => undefined)
}

if (document.querySelector(others.join()) !== null) load()
// what nobody waits for does not travel beside the questions that somebody waits for
else if (document.querySelector('joinery-assessment[rules]') === null) whenIdle(load)
else
  for (const name of ['joinery-ready', 'joinery-error'])
    document.addEventListener(name, () => whenIdle(load), { once: true })
