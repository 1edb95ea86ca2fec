/** Forms of companies and other words that two names of one firm differ by. */
const noise = new Set(
  'gmbh mbh ag kg ohg gbr ug se ek ev co and und the ltd limited plc llp llc inc incorporated corp corporation company sarl sa sas bv nv srl spa oy ab as aps'.split(
    ' ',
  ),
)

/** The words that a firm is known by: `Müller & Söhne GmbH & Co. KG` → `muller sohne`. */
function plainWords(name: string): string[] {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
  return words.split(/[^\p{L}\d]+/u).filter((word) => word !== '' && !noise.has(word))
}

/** The same for all names of one firm, as far as names can tell. */
export function firmKey(name: string): string {
  return plainWords(name).join(' ') || name
}

/** Whether two names are of the same firm, as far as names can tell. */
export function isSameFirm(left: string, right: string): boolean {
  const [some, others] = [plainWords(left), plainWords(right)]
  return some.length > 0 && some.join(' ') === others.join(' ')
}

/** How alike two names are, from 0 to 1: the share of their words that both have. */
export function likeness(left: string, right: string): number {
  const [some, others] = [new Set(plainWords(left)), new Set(plainWords(right))]
  const both = [...some].filter((word) => others.has(word)).length
  return both === 0 ? 0 : both / new Set([...some, ...others]).size
}

/** Whether a text speaks of a firm: all the words that it is known by stand in it. */
export function mentions(text: string, firm: string): boolean {
  const words = new Set(plainWords(text))
  const known = plainWords(firm)
  return known.length > 0 && known.every((word) => words.has(word))
}
