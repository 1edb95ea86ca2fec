import { valueWords } from '../diff/condition-words.ts'
import { anchorOf, pageName, type Block, type Page } from './page.ts'
import { sourceWords } from './source-words.ts'
import type { View } from './view.ts'

/** What the rule set is, its levels, its principles and clauses, its numbers, and what it changes. */
export function indexPage({ ruleSet }: View): Page {
  const { document, id, version, hash } = ruleSet
  const { title, description, notice, provider, licence, source } = document
  return {
    name: 'index',
    title,
    blocks: [
      ...[description, notice].flatMap((text) => (text === undefined ? [] : [paragraph(text)])),
      paragraph(`${id} ${version}, by ${provider.name}, licence ${licence}. Hash ${hash}.`),
      ...sourceBlocks(source),
      ...levels(ruleSet.document.scale.levels),
      { is: 'heading', depth: 2, anchor: 'principles', text: 'Principles and clauses' },
      ...ruleSet.principles.flatMap(({ id: principle, document: { citation, title: name }, clauses }): Block[] => [
        { is: 'text', inlines: [{ text: numbered(citation, name), page: pageName(principle) }] },
        {
          is: 'list',
          items: clauses.map(({ id: clause, document: about }) => [
            { text: numbered(about.citation, about.title), page: pageName(principle), anchor: anchorOf(clause) },
          ]),
        },
      ]),
      ...limits(ruleSet.document.facts ?? []),
      ...changes(ruleSet.changes),
    ],
  }
}

function paragraph(text: string): Block {
  return { is: 'text', inlines: [text] }
}

export function numbered(citation: string | undefined, title: string): string {
  return citation === undefined ? title : `${citation} ${title}`
}

function sourceBlocks(source: Document['source']): Block[] {
  if (source === undefined) return []
  const text = 'Where the numbers come from'
  return [{ is: 'heading', depth: 2, anchor: 'source', text }, paragraph(sourceWords(source))]
}

type Document = View['ruleSet']['document']

function levels(all: Document['scale']['levels']): Block[] {
  return [
    { is: 'heading', depth: 2, anchor: 'levels', text: 'Levels' },
    {
      is: 'table',
      columns: ['Level', 'Name', 'What it means'],
      rows: all.map(({ level, name, meaning = '' }) => [String(level), name, meaning]),
    },
  ]
}

function limits(facts: NonNullable<Document['facts']>): Block[] {
  const set = facts.filter(({ value }) => value !== undefined)
  if (set.length === 0) return []
  return [
    { is: 'heading', depth: 2, anchor: 'limits', text: 'Limits' },
    {
      is: 'table',
      columns: ['Limit', 'Value', 'Where it comes from'],
      rows: set.map(({ title, value, unit = '', source }) => [
        title,
        `${valueWords(value)} ${unit}`.trim(),
        source === undefined ? 'Nobody says.' : sourceWords(source),
      ]),
    },
  ]
}

function changes(all: View['ruleSet']['changes']): Block[] {
  if (all.length === 0) return []
  return [
    { is: 'heading', depth: 2, anchor: 'changes', text: 'What it changes in what it builds on' },
    {
      is: 'table',
      columns: ['What', 'Before', 'Now', 'Set by', 'Why'],
      rows: all.map(({ ruleSet, target, field, from, to, because }) => [
        `${target}: ${field}`,
        // a weight that nobody set is 1
        field === 'weight' && from === undefined ? '1' : valueWords(from),
        valueWords(to),
        ruleSet,
        because,
      ]),
    },
  ]
}
