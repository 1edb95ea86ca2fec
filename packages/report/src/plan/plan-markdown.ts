import { escapeMarkdown as escape } from '../markdown/escape.ts'
import type { PlanBlock, PlanDocument, PlanEntry, PlanFact } from './plan.ts'

/** The plan as Markdown. */
export function planMarkdown({ title, names, day, standing, headings, missing, words, footer }: PlanDocument): string {
  const parts = [
    `# ${escape(title)}`,
    ...(names.length === 0 ? [] : [`**${names.map(escape).join(' · ')}**`]),
    [day, ...standing].map(escape).join(' · '),
    ...headings.flatMap(({ number, title: name, blocks }) => [
      `## ${number} ${escape(name)}`,
      ...blocks.map((block) => blockText(block, words.more)),
    ]),
    ...(missing.length === 0
      ? []
      : [
          `## ${escape(words.missing)}`,
          missing
            .map(({ number, title: name, quickest }) => `- **${number} ${escape(name)}**: ${escape(quickest)}`)
            .join('\n'),
        ]),
    `> ${escape(footer)}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function blockText(block: PlanBlock, more: string): string {
  if (block.kind === 'facts') return block.facts.map((fact) => `- ${factText(fact)}`).join('\n')
  const rest = block.more === 0 ? [] : [`- ${escape(more.replace('{count}', String(block.more)))}`]
  return [`${escape(block.label)}:`, '', ...block.entries.map(entryText), ...rest].join('\n')
}

function entryText({ title, facts }: PlanEntry): string {
  return `- ${[`**${escape(title)}**`, ...facts.map(factText)].join(' · ')}`
}

function factText({ label, value }: PlanFact): string {
  return label === '' ? escape(value) : `${escape(label)}: ${escape(value)}`
}
