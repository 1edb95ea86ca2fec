/** The parts of core that come after the first page. */
export const loadCompleter = () => import('@joinery/core/complete')
export const loadModel = () => import('@joinery/core/model')
