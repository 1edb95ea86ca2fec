import { ServiceProblem } from './line.ts'

const longestWait = 60_000

/** Does something again until it is done or refused: at once when the network is back, and otherwise ever more rarely. */
export async function patiently<Done>(act: () => Promise<Done>): Promise<Done> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      // what could not be fetched without the network is no ServiceProblem, but a TypeError
      const isPassing = error instanceof ServiceProblem ? error.isPassing : error instanceof TypeError
      if (!isPassing) throw error
      await networkOr(Math.min(longestWait, 1_000 * 2 ** attempt))
    }
  }
}

function networkOr(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done)
  })
}
