/** What to do about the mistakes that people and programs make in JSON. */

/** Says what is wrong where a value should stand. */
export function describeValue(text: string, at: number): string {
  const word = /[\w.+$-]+/y
  word.lastIndex = at
  const found = word.exec(text)?.[0]
  if (at >= text.length)
    return at === 0 || text.trim() === ''
      ? 'the file is empty; expected a JSON object'
      : 'the text ends where a value should stand'
  if (found === undefined) return describeSign(text, at)
  if (/^[+-]?(?:NaN|Infinity)$|^(?:undefined|None|nil)$/.test(found))
    return `${found} is not JSON; leave the field out if its value is not known`
  if (/^(?:true|false|null)$/i.test(found)) return `${found} is written ${found.toLowerCase()} in JSON`
  if (/^[+-]?[\d.]/.test(found)) return `${shorten(found)} is not a number as JSON writes it, for example 0.5, 12 or -3`
  return `expected a value, found ${shorten(found)}; text stands in double quotes`
}

function describeSign(text: string, at: number): string {
  const sign = String.fromCodePoint(text.codePointAt(at)!)
  if (sign === "'" || sign === '“' || sign === '”' || sign === '‘' || sign === '`')
    return `text stands in straight double quotes ("), not in ${sign}`
  if (sign === '/' || sign === '#') return 'JSON has no comments; take this one away'
  if (sign === ',') return 'there is a comma too many, or a value is missing before it'
  return `expected a value, found ${JSON.stringify(sign)}`
}

/** Says what is wrong where a key should stand. */
// oxlint-disable-next-line max-params -- the place, and whether it is the first key
export function describeKey(text: string, at: number, first: boolean): string {
  const sign = String.fromCodePoint(text.codePointAt(at)!)
  if (/['“”‘`/#]/.test(sign)) return describeSign(text, at)
  const closing = first ? ' or "}"' : ''
  return `expected a key in double quotes${closing}, found ${JSON.stringify(sign)}`
}

/** Says what is wrong after the end of the document. */
export function describeEnd(text: string, at: number): string {
  if (text[at] === '/' || text[at] === '#') return describeSign(text, at)
  const hint =
    text[at] === '{' || text[at] === '[' ? '; one document a line belongs in a file that ends in .ndjson' : ''
  return `the document ends before this; found ${JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))}${hint}`
}

function shorten(word: string): string {
  return word.length > 30 ? `${word.slice(0, 29)}…` : word
}
