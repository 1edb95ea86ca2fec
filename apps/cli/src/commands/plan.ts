import { resolve } from 'node:path'
import type { Relationship, RuleSet } from '@joinery/core'
import {
  buildPlan,
  comparePlans,
  parsePlanTemplate,
  planLanguages,
  planHtml,
  planMarkdown,
  type PlanDocument,
  type PlanForm,
  type PlanOptions,
} from '@joinery/report/plan'
import { exits, UsageError } from '../exits.ts'
import { documentOf } from '../input/bundles.ts'
import { oneRelationship } from '../input/one-relationship.ts'
import { ruleSetOf } from '../input/rules.ts'
import { refuseWrong } from '../input/scorer.ts'
import { choiceOf, readOptions, today } from '../options.ts'
import { fileOutput } from '../output/output.ts'
import { clean } from '../output/print-faults.ts'
import { print, say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Writes the plan of a relationship as a document (Annex A): 14 headings, from what the record says.

usage: joinery plan FILE [options]

FILE is a .json file with one relationship, or - for standard input.

  --half shared|private        what both firms may read, or what stays in ours; never both (default: shared)
  --form micro|full            two pages, or everything (default: micro)
  --format html|docx|markdown  a page that prints on A4, a Word document, or Markdown (default: html)
  --format xlsx                a workbook to fill in, for your own firm alone: both halves, a sheet for each heading;
                               joinery import reads it back
  --language en|de             of headings, labels and days; what the firms wrote stays as it is (default: en)
  --since FILE                 an earlier version of the record: says what changed in this half of the plan
  --template FILE              the look and the words of your association, as JSON
  --rules NAME|PATH            the rule set whose plan it is (default: iso-44003)
  --as-of YYYY-MM-DD           the day that stands on the plan (default: today)
  --out FILE                   where to write it; - for the terminal (default: plan-shared.html and the like)

What is not there yet is named, with the quickest way to fill it.
`

const options = {
  half: { type: 'string' },
  form: { type: 'string' },
  format: { type: 'string' },
  language: { type: 'string' },
  since: { type: 'string' },
  template: { type: 'string' },
  rules: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
} as const

const formats = ['html', 'docx', 'markdown', 'xlsx'] as const
type Format = Exclude<(typeof formats)[number], 'xlsx'>

export const plan: Command = { help, run: runPlan }

async function runPlan(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [half, form] = [
    choiceOf('half', values.half, ['shared', 'private']),
    choiceOf('form', values.form, ['micro', 'full']),
  ]
  const format = choiceOf('format', values.format, formats)
  const language = values.language === undefined ? undefined : choiceOf('language', values.language, planLanguages)
  const ruleSet = ruleSetOf(values.rules ?? 'iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const record = await oneRelationship(positionals, ruleSet, 'make a plan of')
  if (format === 'xlsx') return record === undefined ? exits.badInput : writeWorkbook(record, { ruleSet, form, values })
  const earlier = values.since === undefined ? {} : await oneRelationship([values.since], ruleSet, 'compare with')
  const template =
    values.template === undefined ? {} : documentOf(values.template, (value) => parsePlanTemplate(value, ruleSet))
  if (record === undefined || earlier === undefined || template === undefined) return exits.badInput
  const chosen: PlanOptions = { ruleSet, half, form, language, asOf: values['as-of'] ?? today(), template }
  const document = refuseWrong(() => buildPlan(record, chosen))
  await write(document, { format, out: values.out ?? `plan-${half}.${endings[format]}` })
  if (values.since !== undefined) say(changeLines(earlier, record, chosen))
  return exits.fine
}

interface Workbook {
  readonly ruleSet: RuleSet
  readonly form: PlanForm
  readonly values: Readonly<Partial<Record<'half' | 'since' | 'template' | 'out', string | undefined>>>
}

async function writeWorkbook(record: Relationship, { ruleSet, form, values }: Workbook): Promise<number> {
  for (const name of ['half', 'since', 'template'] as const)
    if (values[name] !== undefined)
      throw new UsageError(`--${name} does not go with --format xlsx: a workbook holds what your own firm fills in`)
  const { planWorkbook } = await import('@joinery/report/plan-workbook')
  const out = values.out ?? 'plan.xlsx'
  const bytes = planWorkbook(record, { ruleSet, form })
  if (out === '-') return print(bytes).then(() => exits.fine)
  const output = await fileOutput(resolve(userFolder(), out))
  await output.write(bytes)
  await output.finish()
  say(`${shownPath(out)}: fill it in, then: joinery import ${shownPath(out)} --into record.json\n`)
  return exits.fine
}

const endings: Readonly<Record<Format, string>> = { html: 'html', docx: 'docx', markdown: 'md' }

async function write(document: PlanDocument, { format, out }: { format: Format; out: string }): Promise<void> {
  const content = await contentOf(document, format)
  if (out === '-') return print(content)
  const output = await fileOutput(resolve(userFolder(), out))
  await output.write(content)
  await output.finish()
  const { missing } = document
  say(`${shownPath(out)}: ${document.title}, ${document.headings.length} headings\n`)
  say(
    missing.map(({ number, title, quickest }) => clean(`  not there yet: ${number} ${title}. ${quickest}`)).join('\n'),
  )
  if (missing.length > 0) say('\n')
}

async function contentOf(document: PlanDocument, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case 'html':
      return planHtml(document)
    case 'markdown':
      return planMarkdown(document)
    case 'docx':
      return (await import('@joinery/report/plan-docx')).planDocx(document)
  }
}

/** What changed, whatever a short form leaves out. */
function changeLines(earlier: Relationship, record: Relationship, chosen: PlanOptions): string {
  const [before, after] = [earlier, record].map((version) => buildPlan(version, { ...chosen, form: 'full' }))
  const changes = comparePlans(before!, after!)
  if (changes.length === 0) return 'Nothing in this half has changed.\n'
  const lines = changes.map(({ number, title, added, removed }) =>
    [`${number} ${title}`, removed.map((line) => `  - ${line}`), added.map((line) => `  + ${line}`)].flat(),
  )
  return `${lines.flat().map(clean).join('\n')}\n`
}
