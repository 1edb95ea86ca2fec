import type { LocatedFault } from '@joinery/kit'
import { shownPath } from '../terminal.ts'

/** Faults in plain lines, grouped by file, each with its place, pointer, what is wrong and what would be right. */
export function faultLines(faults: readonly LocatedFault[], { severities = false } = {}): string {
  return [...new Set(faults.map(({ file }) => file))]
    .map((file) => {
      const own = faults.filter((fault) => fault.file === file)
      const lines = own.map((fault) => `  ${lineOf(fault, severities)}`)
      return `${shownPath(file)}: ${countOf(own)}\n${lines.join('\n')}\n`
    })
    .join('')
}

function lineOf(fault: LocatedFault, severities: boolean): string {
  const { severity, code, cell } = fault
  const path = fault.path === '' || cell !== undefined ? '' : ` ${fault.path}`
  const place = placeWords(fault)
  return clean(`${place}${severities ? ` ${severity}` : ''}${path}: ${messageOf(fault)} [${code}]`)
}

/** `file:12:3`, or sheet and cell in a workbook. */
export function placeWords({ file, line, column, cell }: LocatedFault): string {
  if (cell !== undefined) return `${shownPath(file)} ${cell}`
  return line === undefined ? shownPath(file) : `${shownPath(file)}:${line}:${column ?? 1}`
}

/** The message, with the value where it does not name it. */
export function messageOf({ message, value }: LocatedFault): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return message
  return message.includes(String(value).slice(0, 40))
    ? message
    : `${message}; found ${JSON.stringify(value).slice(0, 60)}`
}

function countOf(faults: readonly LocatedFault[]): string {
  const warnings = faults.filter(({ severity }) => severity === 'warning').length
  const errors = faults.length - warnings
  return [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'fault' : 'faults'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ].join(', ')
}

/** Without control characters, so that no text of a document can steer the terminal. */
export function clean(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
