import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
  type ISectionOptions,
} from 'docx'
import { plainText } from '../words/plain-text.ts'
import type { PlanBlock, PlanDocument, PlanEntry, PlanFact, PlanHeading } from './plan.ts'

/** The plan as a Word document (DOCX): the same texts as on the page, in styles that can be edited. */
export async function planDocx(plan: PlanDocument): Promise<Uint8Array> {
  const document = new Document({
    title: plan.title,
    creator: plan.names[0] ?? 'Joinery',
    styles: stylesOf(plan),
    numbering: { config: [{ reference: 'entries', levels: [bullet] }] },
    sections: [
      { ...page, footers: { default: new Footer({ children: [small(plan.footer)] }) }, children: contents(plan) },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const millimetre = 56.7

/** A4 with the margins of the page. */
const page: Pick<ISectionOptions, 'properties'> = {
  properties: {
    page: {
      size: { width: 210 * millimetre, height: 297 * millimetre },
      margin: { top: 15 * millimetre, bottom: 15 * millimetre, left: 18 * millimetre, right: 18 * millimetre },
    },
  },
}

const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 280, hanging: 200 } } },
} as const

function stylesOf({ accent = '#0d5e63' }: PlanDocument) {
  const color = accent.slice(1)
  const spacing = (before: number, after: number) => ({ spacing: { before, after } })
  return {
    default: {
      document: { run: { font: 'Calibri', size: 20 } },
      title: { run: { size: 36, bold: true, color }, paragraph: spacing(0, 60) },
      heading1: { run: { size: 24, bold: true, color }, paragraph: spacing(200, 60) },
      heading2: { run: { size: 20, bold: true, color: '50606c' }, paragraph: spacing(80, 20) },
    },
  }
}

function contents(plan: PlanDocument): Paragraph[] {
  const { title, names, day, standing, headings, missing, words } = plan
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
    ...(names.length === 0 ? [] : [new Paragraph({ children: [run(names.join(' · '), { bold: true })] })]),
    small([day, ...standing].join(' · ')),
    ...headings.flatMap((heading) => headingParts(heading, words.more)),
    ...(missing.length === 0 ? [] : [headingOf(words.missing)]),
    ...missing.map(({ number, title: name, quickest }) => entryOf(`${number} ${name}`, [run(`: ${quickest}`)])),
    ...signatures(plan),
  ]
}

function headingParts({ number, title, blocks }: PlanHeading, more: string): Paragraph[] {
  return [headingOf(`${number} ${title}`), ...blocks.flatMap((block) => blockParts(block, more))]
}

function headingOf(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [run(text)] })
}

function blockParts(block: PlanBlock, more: string): Paragraph[] {
  if (block.kind === 'facts')
    return block.facts.map(({ label, value }) => {
      return new Paragraph({ children: [run(`${label}: `, { color: '50606c' }), run(value)] })
    })
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [run(block.label)] }),
    ...block.entries.map(({ title, facts }: PlanEntry) => entryOf(title, facts.flatMap(factRuns))),
    ...(block.more === 0 ? [] : [small(more.replace('{count}', String(block.more)))]),
  ]
}

function entryOf(title: string, rest: readonly TextRun[]): Paragraph {
  const numbering = { reference: 'entries', level: 0 }
  return new Paragraph({ numbering, children: [run(title, { bold: true }), ...rest] })
}

function factRuns({ label, value }: PlanFact): TextRun[] {
  return [run(label === '' ? ' · ' : ` · ${label} `, { color: '50606c' }), run(value)]
}

function signatures({ half, names, words }: PlanDocument): Paragraph[] {
  if (half !== 'shared' || names.length < 2) return []
  return names.map((name) => {
    const text = `${words.signature.replace('{name}', () => name)}: ______________________________`
    return new Paragraph({ spacing: { before: 400 }, children: [run(text)] })
  })
}

function small(text: string): Paragraph {
  return new Paragraph({ children: [run(text, { size: 17, color: '50606c' })] })
}

/** XML has no place for control characters; the spaces that join two runs stay. */
function run(text: string, look: { bold?: boolean; color?: string; size?: number } = {}): TextRun {
  const [, before = '', after = ''] = /^( *).*?( *)$/s.exec(text) ?? []
  return new TextRun({ ...look, text: before + plainText(text) + after })
}
