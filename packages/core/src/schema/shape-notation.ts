import type { Shape } from './shape.ts'

/**
 * Reads a shape as it is generated, in words that weigh little: `{ title 1-200 url? -300 tags? -20list -80:name }`. A word is
 * the least and the most (`>` for above), a kind that is text where none is named, and a form; or a list of values. `?` stands
 * after a key that may be left out, and after a value that may be empty. What a list or a map holds follows it.
 */
export function readShape(notation: string): Shape {
  return nextShape(notation.split(' '))
}

const parts = /^(>(?<above>\d+)|(?<least>[\d.]+))?(-(?<most>\d+))?(?<is>[a-zA-Z]*)(?<values>\[.*])?(?<orEmpty>\?)?$/

function nextShape(words: string[]): Shape {
  const word = words.shift()!
  if (word === '{') return nextObject(words)
  const shape: Record<string, unknown> = { is: 'text' }
  for (const [key, part] of Object.entries(parts.exec(word)!.groups!))
    if (part) shape[key] = key === 'is' ? part : part === '?' || JSON.parse(part)
  if (shape['is'] === 'list' || shape['is'] === 'map') shape['of'] = nextShape(words)
  return shape as Shape
}

function nextObject(words: string[]): Shape {
  const fields: Record<string, Shape> = {}
  const required: string[] = []
  for (let word; (word = words.shift()!) !== '}';) {
    const [key, mayBeLeftOut] = word.split('?')
    fields[key!] = nextShape(words)
    if (mayBeLeftOut === undefined) required.push(key!)
  }
  return { is: 'object', fields, required }
}
