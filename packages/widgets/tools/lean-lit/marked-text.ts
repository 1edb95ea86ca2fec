// it stands in the texts of templates alone, which are the bundle's own; values never become a part of them
export const mark = '{}'
const comment = `<!--${mark}-->`

/** The text with a mark where a value goes: a comment, or in an attribute whose name then ends in `$`, as it cannot keep its case. */
export function markedText(strings: readonly string[]): { text: string; names: string[] } {
  const names: string[] = []
  const text = strings.reduce((before, next) => {
    if (before.lastIndexOf('<') <= before.lastIndexOf('>')) return before + comment + next
    const named = before.replace(/([^\s"]*[^\s"$])=("[^"]*)?$/, (_all, name: string, start = '') => {
      names.push(name)
      return `${name}$=${start}`
    })
    return named + mark + next
  })
  return { text, names }
}
