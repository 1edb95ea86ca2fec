/** The one file that knows which entries of core a page carries: scoring at once, all else when somebody asks for it. */
export { createLightAssessor, type LightAssessor } from '@joinery/core/light'

export const loadParser = () => import('@joinery/core/parse')
export const loadCompleter = () => import('@joinery/core/complete')
/** Fetches what reads a rule set while the rule set itself is on its way. */
export function warmUp(): void {
  // what fails here fails again, and is told, when it is needed
  Promise.all([loadParser(), loadModel()]).catch(() => undefined)
}

export const loadModel = () => import('@joinery/core/model')
