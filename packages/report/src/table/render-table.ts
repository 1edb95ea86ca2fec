import type { ReportDocument, Section } from '../document/blocks.ts'
import { mix } from '../document/text.ts'
import { dayWords } from '../words/numbers.ts'
import { plainText } from '../words/plain-text.ts'
import { linesOf } from './blocks.ts'
import { createScreen, type Screen } from './screen.ts'
import { wrap } from './wrap.ts'

/** The report for a terminal; without `colour` it is plain text. No line is wider than `width`, 40 columns at least. */
export function renderTable(
  document: ReportDocument,
  options: { readonly colour?: boolean | undefined; readonly width?: number | undefined },
): string {
  const screen = createScreen(options)
  const lines = [...headOf(document, screen), ...document.sections.flatMap((section) => sectionLines(section, screen))]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

function headOf({ tag, title, subtitle, asOf, notice }: ReportDocument, { width, paint }: Screen): string[] {
  return [
    ...wrap(plainText(title), width).map((line) => paint('strong', line)),
    ...wrap(plainText(mix`${subtitle} · ${dayWords(asOf)}${tag === '' ? '' : ` · ${tag.toLowerCase()}`}`), width),
    ...wrap(plainText(notice), width).map((line) => paint('quiet', line)),
  ]
}

function sectionLines({ title, blocks }: Section, screen: Screen): string[] {
  const heading = screen.paint('strong', plainText(title).toUpperCase())
  return ['', heading, ...blocks.flatMap((block) => linesOf(block, screen))]
}
