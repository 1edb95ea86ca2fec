import { unzipSync } from 'fflate'

/** A workbook that is not read, and why. */
export class WorkbookProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WorkbookProblem'
  }
}

const mostBytes = 16 * 1024 * 1024
const mostUnpacked = 64 * 1024 * 1024
const mostFiles = 300

/** The files in a workbook that are needed, unpacked; what could do harm is refused before it is unpacked. */
export function unpack(bytes: Uint8Array): ReadonlyMap<string, string> {
  if (bytes.length > mostBytes) throw new WorkbookProblem(`it has more than ${mostBytes / 1024 / 1024} MB`)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new WorkbookProblem(
      'it is locked with a password, or in the old format .xls; save it as .xlsx without a password',
    )
  if (!startsWith(bytes, [0x50, 0x4b])) throw new WorkbookProblem('it is not a workbook; save it as .xlsx')
  const files = unzipped(bytes)
  return new Map(Object.entries(files).map(([name, content]) => [name.toLowerCase(), textOf(name, content)]))
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let [count, unpacked] = [0, 0]
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        refuse(name)
        if (++count > mostFiles) throw new WorkbookProblem(`it holds more than ${mostFiles} files`)
        if (!isNeeded(name)) return false
        unpacked += originalSize
        if (unpacked > mostUnpacked)
          throw new WorkbookProblem(`it unpacks to more than ${mostUnpacked / 1024 / 1024} MB`)
        return true
      },
    })
  } catch (error) {
    if (error instanceof WorkbookProblem) throw error
    throw new WorkbookProblem('it is damaged; open it and save it again')
  }
}

function refuse(name: string): void {
  const path = name.toLowerCase()
  if (path.includes('vbaproject') || path.startsWith('xl/macrosheets/'))
    throw new WorkbookProblem('it holds macros; save it as .xlsx without macros')
  if (path.startsWith('xl/externallinks/'))
    throw new WorkbookProblem('it has links to other workbooks; break the links and save it again')
}

function isNeeded(name: string): boolean {
  return /^xl\/(?:workbook\.xml|sharedstrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i.test(name)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new WorkbookProblem(`"${name}" in it is not UTF-8 text; open it and save it again`)
  }
}
