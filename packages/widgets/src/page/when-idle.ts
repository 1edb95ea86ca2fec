/** Calls when the page has nothing better to do, and after two seconds at the latest. */
export function whenIdle(act: () => unknown): void {
  // Safari has no idle time to tell of
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 2_000 })
  else setTimeout(act, 300)
}
