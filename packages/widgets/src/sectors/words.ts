/** Words of what plugins add. */
export const sectors = {
  lead: 'What your sector looks at. It makes a result of its own beside the one for everybody, and changes nothing in that.',
  beside: 'Your sector',
  together: (range: string, top: string) => `Core and sector together: ${range} of ${top}`,
  alone: (range: string, top: string) => `Core alone: ${range} of ${top}`,
  inFull: 'The rules of the sector are judged in the full assessment.',
  failed: (part: string) => `A part of the sector rules did not work: ${part}.`,
  fileHint: 'It is read in this page and sent nowhere. It is not kept; choose it again the next time.',
  fileRead: (name: string) => `${name} is read with the result.`,
}
