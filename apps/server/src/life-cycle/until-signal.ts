/** Settles with the first SIGTERM or SIGINT; a second one ends the process at once. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const heard = (signal: NodeJS.Signals): void => {
      process.off('SIGTERM', heard).off('SIGINT', heard)
      // from now on the signal does what it does to every process
      resolve(signal)
    }
    process.on('SIGTERM', heard).on('SIGINT', heard)
  })
}
