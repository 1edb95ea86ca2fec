import type { Fault } from '@joinery/core'

const mostShown = 5

/** What is wrong with a document, place by place; or the message of any other error. */
export function faultLines(error: unknown): readonly string[] {
  const { faults, message } = (typeof error === 'object' && error !== null ? error : {}) as {
    faults?: readonly Fault[]
    message?: string
  }
  if (Array.isArray(faults) && faults.length > 0)
    return (faults as readonly Fault[]).slice(0, mostShown).map((fault) => `${fault.path || '/'}: ${fault.message}`)
  return [message ?? String(error)]
}
