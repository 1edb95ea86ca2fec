/** Milliseconds of the processor that the work took on this thread: what else the machine does meanwhile does not count. */
export function processorTime(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
