/** Work that may stop between its steps, so that a page stays quick to the touch; it ends in a value. */
export type Steps<Value> = Generator<undefined, Value, undefined>

/** Does all steps at once. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
