/** The first line of an output on a page that was not printed, in order; `…` stands for anything left out. */
export function missingLine(shown: string, output: string): string | undefined {
  const printed = output.split('\n').map((line) => line.trim())
  let from = 0
  for (const line of shown.split('\n').map((text) => text.trim())) {
    if (line === '' || line === '…') continue
    const beginning = line.endsWith('…') ? line.slice(0, -1) : undefined
    const found = printed.findIndex((text, index) => {
      return index >= from && (beginning === undefined ? text === line : text.startsWith(beginning))
    })
    if (found < 0) return line
    from = found + 1
  }
  return undefined
}
