/** Gives what was put first into a map or a set, again and again. */
export interface OldestFirst<Item> {
  /** Of one that has some; each is taken out once it was given. */
  readonly next: () => Item
  /** To be called where nothing has to be taken out: nothing is remembered of where it was. */
  readonly rest: () => void
}

/**
 * It is one pass that goes on from where it was: one that begins anew first has to pass over the places of all that were taken
 * out. But whoever is in the middle of a pass keeps all that were taken out since from being let go of, so it ends with `rest`.
 */
export function oldestFirst<Item>(begin: () => Iterator<Item, undefined>): OldestFirst<Item> {
  let pass: Iterator<Item, undefined> | undefined
  return {
    next: () => {
      const { done, value } = (pass ??= begin()).next()
      if (done !== true) return value
      pass = begin()
      return pass.next().value!
    },
    rest: () => {
      pass = undefined
    },
  }
}
