import { words, type Words } from '../words/speak.ts'

type Part = keyof Words['fields']

/** What a link shows unless the firm says otherwise. */
const usual = new Set<Part>([
  'rel',
  'people',
  'rmp',
  'objectives',
  'values',
  'meetings',
  'commitments',
  'actions',
  'decisions',
  'risks',
  'comms',
  'issueProcess',
  'governance',
  'value',
  'ideas',
])

/** Parts of a record that a link can show, in the order in which a partner reads them. What of them is shown, core decides. */
export function shareableParts(): readonly {
  readonly field: Part
  readonly title: string
  readonly isChosen: boolean
}[] {
  return Object.entries(words().fields).map(([name, title]) => {
    const field = name as Part
    return { field, title, isChosen: usual.has(field) }
  })
}
