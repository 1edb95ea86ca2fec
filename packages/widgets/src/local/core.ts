/** The one file that knows which entries of core a page carries: scoring at once, all else when somebody asks for it. */
export { createLightAssessor, type LightAssessor } from '@joinery/core/light'

export const loadParser = () => import('@joinery/core/parse')
export const loadCompleter = () => import('@joinery/core/complete')
export const loadModel = () => import('@joinery/core/model')
