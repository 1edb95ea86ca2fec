/** Rests that end early when there is something to do. */
export function createWaker() {
  let [isOver, isAwake] = [false, false]
  let rise: (() => void) | undefined
  const wake = (): void => {
    isAwake = true
    rise?.()
  }
  return {
    wake,
    /** Wakes for the last time. */
    end: (): void => {
      isOver = true
      wake()
    },
    isOver: () => isOver,
    /** Until that time is over or somebody wakes it; at once where somebody did since the last rest. */
    rest: async (ms: number): Promise<void> => {
      if (!isAwake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          rise = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rise = undefined
      isAwake = false
    },
  }
}
