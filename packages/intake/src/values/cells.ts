import type { ModelField } from '@joinery/core'
import type { CellValue } from '@joinery/workbook'
import { dayIn, formsOf } from './dates.ts'
import { numberIn, stylesOf } from './numbers.ts'

/** What a cell of a workbook says for a field of the model, or why it says nothing that fits. */
export type ReadCell = { readonly value: unknown } | { readonly problem: string }

/** Reads a cell as a field is typed; empty text is nothing. */
export function readCell(field: ModelField, cell: CellValue): ReadCell {
  if (typeof cell === 'object')
    return {
      problem: 'formula' in cell ? 'holds a formula; put its value in its place' : 'holds an error; write the value',
    }
  if (typeof cell === 'string' && cell.trim() === '') return { value: undefined }
  switch (field.type) {
    case 'date':
      return dayOf(cell)
    case 'number':
      return numberOf(cell)
    case 'yesNo':
      return yesNoOf(cell)
    case 'choice':
      return choiceOf(field, String(cell).trim())
    case 'texts':
      return textsOf(field, String(cell))
    case 'text':
      return { value: String(cell).trim() }
    case 'entity':
    case 'records':
      return { problem: 'holds a value where several fields belong' }
  }
}

/** The days of a workbook are counted from the end of 1899. */
const firstDay = Date.UTC(1899, 11, 30)

function dayOf(cell: string | number | boolean): ReadCell {
  if (typeof cell === 'number') {
    const isDay = Number.isFinite(cell) && cell > 366 && cell < 109_574
    return isDay
      ? { value: new Date(firstDay + Math.floor(cell) * 86_400_000).toISOString().slice(0, 10) }
      : { problem: `${cell} is no day; write it as 2026-05-04` }
  }
  const text = String(cell).trim()
  const days = [...new Set(formsOf([text]).map((form) => dayIn(text, form)))]
  const [day] = days
  if (typeof day === 'string' && days.length === 1) return { value: day }
  return {
    problem:
      days.length > 1
        ? `"${text.slice(0, 40)}" can be two days, with the day or the month first; write it as ${String(day)}`
        : `"${text.slice(0, 40)}" is no day; write it as 2026-05-04`,
  }
}

function numberOf(cell: string | number | boolean): ReadCell {
  if (typeof cell === 'number') return { value: cell }
  const text = String(cell).trim()
  const percent = /^(.*\d)\s*%$/.exec(text)
  const digits = percent?.[1] ?? text
  const { fitting, isSame } = stylesOf([digits])
  const [style] = fitting
  if (style === undefined) return { problem: `"${text.slice(0, 40)}" is no number; write digits, such as 12.5` }
  if (!isSame && fitting.length > 1)
    return { problem: `"${text.slice(0, 40)}" can be two numbers; write it without marks for thousands` }
  const value = numberIn(digits, style) ?? 0
  return { value: percent === null ? value : Math.round(value * 1e6) / 1e8 }
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'wahr', '✓'])
const no = new Set(['no', 'n', 'false', '0', 'nein', 'falsch', '-'])

function yesNoOf(cell: string | number | boolean): ReadCell {
  const word = String(cell).trim().toLowerCase()
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { problem: `"${word.slice(0, 40)}" is neither yes nor no` }
}

function choiceOf({ choices = [] }: ModelField, text: string): ReadCell {
  const plain = text.toLowerCase().replaceAll(/[\s_]+/g, '-')
  const found = choices.find((choice) => choice.toLowerCase() === plain)
  return found === undefined
    ? { problem: `"${text.slice(0, 40)}" is not offered here; write one of: ${choices.join(', ')}` }
    : { value: found }
}

/** Several words in one cell, with semicolons between. */
function textsOf(field: ModelField, text: string): ReadCell {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (field.choices === undefined) return { value: parts }
  const read = parts.map((part) => choiceOf(field, part))
  const problem = read.find((part) => 'problem' in part)
  return problem ?? { value: read.map((part) => ('value' in part ? part.value : '')) }
}
