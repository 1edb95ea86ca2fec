import {
  DocumentError,
  isCalendarDay,
  type FaultCode,
  type PlanSection,
  type Relationship,
  type RuleSet,
} from '@joinery/core'
import { halfOf, type Half, type HalfEntry } from './half.ts'
import type { Detail, FactLine, Line, ListLine } from './line.ts'
import { linesOfSections } from './lines-of.ts'
import type { PlanLanguage } from './plan-language.ts'
import { planLanguage, planLanguages, type PlanLanguageId } from './plan-languages.ts'
import type {
  EntriesBlock,
  PlanBlock,
  PlanDocument,
  PlanEntry,
  PlanFact,
  PlanForm,
  PlanHalf,
  PlanHeading,
} from './plan.ts'
import type { PlanTemplate } from './template.ts'
import { named, valueWords, type Reader } from './values.ts'

/** Which plan is built, and by which rule set. */
export interface PlanOptions {
  /** Its sections are those of the plan. */
  readonly ruleSet: RuleSet
  readonly half: PlanHalf
  readonly form: PlanForm
  /** The day that stands on the plan, `YYYY-MM-DD`. */
  readonly asOf: string
  /** Of what the plan says by itself; English unless told. A template's words come first. */
  readonly language?: PlanLanguageId | undefined
  /** The look and the words of an association. */
  readonly template?: PlanTemplate | undefined
}

/**
 * Makes one half of the relationship management plan from a record. Pure. What may stand in which half is decided by the
 * visibility of the fields: no private value can get into the shared half. Throws a DocumentError for a day that is none, and
 * for a rule set without a plan.
 *
 * @example
 * const plan = buildPlan(relationship, { ruleSet, half: 'shared', form: 'micro', asOf: '2026-11-20' })
 */
export function buildPlan(record: Relationship, options: PlanOptions): PlanDocument {
  const { ruleSet, half, form, asOf, language, template = {} } = options
  checkOptions(options)
  const speak = planLanguage[language ?? planLanguages.find((id) => id === template.language) ?? 'en']
  const sections = sectionsOf(ruleSet, { language, ...template }, speak)
  const lines = linesOfSections(sections)
  const view = halfOf(record, half)
  const setting = { view, reader: readerOf(record, speak), form, labels: { ...speak.labels, ...template.labels } }
  const shown = sections.filter(({ micro }) => form === 'full' || micro)
  const headings = shown.map(({ id, number, title }): PlanHeading => ({
    key: id.replaceAll('.', '-'),
    number,
    title,
    blocks: blocksOf(lines.get(id) ?? [], setting),
  }))
  const missing = half === 'private' ? [] : shown.filter((_section, index) => headings[index]!.blocks.length === 0)
  const words = { ...speak.words, ...template.words }
  return {
    title: template[half]?.title ?? speak[half].title,
    names: [record.org?.name, record.rel?.partnerName].flatMap((name) => (isEmpty(name) ? [] : [name!])),
    half,
    form,
    language: template.language ?? language ?? ruleSet.document.language,
    asOf,
    day: speak.day(asOf),
    standing: half === 'shared' ? standingOf(view, words, speak) : [],
    headings: headings.filter(({ blocks }) => blocks.length > 0),
    missing: missing.map(({ number, title, prompt }) => ({ number, title, quickest: firstSentence(prompt) })),
    footer: template[half]?.footer ?? speak[half].footer,
    accent: template.accent,
    words,
  }
}

/** What to begin with; what follows it in a prompt is for our own firm alone. */
function firstSentence(prompt: string): string {
  return /^.+?[.?!](?=\s|$)/su.exec(prompt)?.[0] ?? prompt
}

/** The sections with the words of the language, and those of the template over them. */
function sectionsOf(
  { document }: RuleSet,
  { language, headings = {} }: { readonly language?: string | undefined } & Pick<PlanTemplate, 'headings'>,
  speak: PlanLanguage,
): PlanSection[] {
  const locales = language === undefined ? {} : (document.locales?.[language] ?? {})
  return (document.plan?.sections ?? []).map((section) => {
    const usual = Object.hasOwn(speak.headings, section.id) ? speak.headings[section.id]! : section
    const { title = usual.title, prompt = usual.prompt } = locales[section.id] ?? {}
    const own = Object.hasOwn(headings, section.id) ? headings[section.id] : undefined
    return Object.assign({}, section, { title, prompt }, own)
  })
}

function checkOptions({ asOf, ruleSet }: PlanOptions): void {
  if (!isCalendarDay(asOf)) refuse('bad-date', '/asOf', `"${asOf}" is not a calendar day; write it as YYYY-MM-DD`)
  if (ruleSet.document.plan === undefined)
    refuse('missing', '/plan', `the rule set "${ruleSet.id}" declares no plan; use one that does, such as iso-44003`)
}

function refuse(code: FaultCode, path: string, message: string): never {
  throw new DocumentError('options', [{ code, path, message, severity: 'error' }])
}

/** Everyday names, so that a label reads as people speak. */
function readerOf({ org, rel }: Relationship, speak: PlanLanguage): Reader {
  return {
    us: isEmpty(org?.name) ? speak.us : org!.name!,
    partner: isEmpty(rel?.partnerName) ? speak.partner : rel!.partnerName!,
    speak,
  }
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}

function standingOf(view: Half, words: PlanDocument['words'], speak: PlanLanguage): string[] {
  const day = (path: string) => {
    const value = view.valueAt(path)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const [version, agreed, owner] = [day('rmp.versionAt'), day('rmp.partnerApprovedAt'), day('rmp.owner')]
  const isAgreed = agreed !== undefined && (version === undefined || agreed >= version)
  return [
    ...(version === undefined ? [] : [words.version.replace('{day}', speak.day(version))]),
    ...(owner === undefined ? [] : [words.keptBy.replace('{name}', () => owner)]),
    isAgreed ? words.agreed.replace('{day}', speak.day(agreed)) : words.notAgreed,
  ]
}

interface Setting {
  readonly view: Half
  readonly reader: Reader
  readonly form: PlanForm
  readonly labels: Readonly<Record<string, string>>
}

function blocksOf(lines: readonly Line[], setting: Setting): PlanBlock[] {
  const blocks: PlanBlock[] = []
  for (const line of lines) {
    if (line.is === 'list') {
      const block = entriesBlock(line, setting)
      if (block.entries.length > 0) blocks.push(block)
      continue
    }
    const fact = factOf(line, setting)
    const last = blocks.at(-1)
    if (fact === undefined) continue
    if (last?.kind === 'facts') blocks.splice(-1, 1, { ...last, facts: [...last.facts, fact] })
    else blocks.push({ kind: 'facts', facts: [fact] })
  }
  return blocks
}

function factOf({ path, label, as }: FactLine, setting: Setting): PlanFact | undefined {
  const value = valueWords(setting.view.valueAt(path), { path, as }, setting.reader)
  return value === undefined ? undefined : { label: labelOf(path, label, setting), value }
}

function labelOf(path: string, label: string, { labels, reader }: Setting): string {
  return named(Object.hasOwn(labels, path) ? labels[path]! : label, reader)
}

function entriesBlock(line: ListLine, setting: Setting): EntriesBlock {
  const { path, label, unless = () => false, rank, most = Infinity } = line
  const kept = setting.view.entriesAt(path).filter(({ known }) => !unless(known))
  const ranked =
    rank === undefined ? kept : kept.toSorted((left, right) => compare(rank(right.known), rank(left.known)))
  const shown = setting.form === 'full' ? ranked : ranked.slice(0, most)
  return {
    kind: 'entries',
    label: labelOf(path, label, setting),
    entries: shown.flatMap((entry) => entryOf(line, entry, setting) ?? []),
    more: ranked.length - shown.length,
  }
}

function compare(left: number | string, right: number | string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

function entryOf(
  { path, called, details }: ListLine,
  { seen, known }: HalfEntry,
  setting: Setting,
): PlanEntry | undefined {
  const { reader } = setting
  if (typeof seen === 'string') return seen.trim() === '' ? undefined : { title: seen, facts: [] }
  const name = called.find((field) => valueWords(known[field], { path: `${path}.${field}` }, reader) !== undefined)
  const title = name === undefined ? undefined : valueWords(known[name], { path: `${path}.${name}` }, reader)
  const facts = details.flatMap((detail) =>
    detail.field === name ? [] : (detailFact(path, detail, { seen, setting }) ?? []),
  )
  return title === undefined && facts.length === 0 ? undefined : { title: title ?? '…', facts }
}

function detailFact(
  path: string,
  { field, label, as }: Detail,
  { seen, setting }: { readonly seen: Readonly<Record<string, unknown>>; readonly setting: Setting },
): PlanFact | undefined {
  const at = `${path}.${field}`
  const value = valueWords(seen[field], { path: at, as }, setting.reader)
  if (value === undefined) return undefined
  const words = labelOf(at, label, setting)
  // what is only said when it is so needs no "yes"
  return value === setting.reader.speak.yes && words !== '' ? { label: '', value: words } : { label: words, value }
}
