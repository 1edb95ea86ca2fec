import type { Fault } from '@joinery/core'

/** A fault with the place where it stands: file, and line and column counted from 1 where the file could be read. */
export interface LocatedFault extends Fault {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** Sheet and cell, where the file is a workbook: `Indicators!F12`. */
  readonly cell?: string
}

/** A fault of a whole file: it is missing, too long or not text. */
export function fileFault(file: string, code: Fault['code'], message: string): LocatedFault {
  return { code, path: '', message, severity: 'error', file }
}

/** In the order a reader meets them: by file, then from top to bottom. */
export function inOrder(faults: readonly LocatedFault[]): LocatedFault[] {
  return faults.toSorted(
    (left, right) =>
      compare(left.file, right.file) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      (left.column ?? 0) - (right.column ?? 0) ||
      compare(left.path, right.path),
  )
}

function compare(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
