/**
 * Gives the oldest of a map or a set that has some, again and again; each is taken out once it was given. It is one pass that goes
 * on from where it was: one that begins anew first has to pass over the places of all that were taken out.
 */
export function oldestFirst<Item>(begin: () => Iterator<Item, undefined>): () => Item {
  let pass = begin()
  return () => {
    const { done, value } = pass.next()
    if (done !== true) return value
    pass = begin()
    return pass.next().value!
  }
}
