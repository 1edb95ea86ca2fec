/**
 * `pnpm bench:widgets [--write] [--quick]`: sizes and times of the widgets beside SurveyJS, and what Lighthouse says of the
 * playground. `pnpm bench:page` measures the way to the first question, and one page beside SurveyJS, alone. With `--write`
 * the figures replace those of the docs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { comparePages, kinds, type Comparison } from './compare-pages.ts'
import { judgePages, type Judged } from './lighthouse.ts'
import { versionOf, weights } from './rivals.ts'
import { slowPhone } from './time-page.ts'
import { walkPages, walkSection } from './walk-pages.ts'

const isQuick = process.argv.includes('--quick')
const rounds = isQuick ? 1 : 5
const load = loadavg()[0]!

const text = (process.argv.includes('--page') ? await pageAlone() : await everything()).join('\n')
console.log(text)
const docs = new URL('../../../docs/widget-benchmarks.md', import.meta.url)
if (process.argv.includes('--write')) writeFileSync(docs, withSections(readFileSync(docs, 'utf8'), text))

async function everything(): Promise<string[]> {
  const walked = await walkPages(rounds)
  const compared = await comparePages(rounds)
  const judged = await judgePages(['/', '/strict.html', '/partners.html'], isQuick ? 1 : 3)
  const timed = kinds.flatMap((kind) => times(kind, compared))
  return [...head(), ...sizes(), ...walkSection(walked), ...timed, ...lighthouse(judged)]
}

async function pageAlone(): Promise<string[]> {
  const walked = await walkPages(rounds)
  const compared = await comparePages(rounds, { kinds: ['one page'], conditions: [slowPhone] })
  return [...walkSection(walked), ...times('one page', compared)]
}

/** The text with those sections that were made anew, by their headings; what has none yet comes last. */
function withSections(before: string, made: string): string {
  const split = (text: string) => text.split(/^(?=## )/m).map((part) => [part.split('\n')[0]!, part] as const)
  const parts = new Map(split(before))
  for (const [title, part] of split(made)) parts.set(title, `${part.trimEnd()}\n\n`)
  return `${[...parts.values()].join('').trimEnd()}\n`
}

function head(): string[] {
  return [
    '# Benchmarks of the widgets',
    '',
    `Made by \`pnpm bench:widgets --write\`, which first installs SurveyJS and Lighthouse beside the workspace. Both sides are loaded in turn, in a changing order, each time in a fresh browser context, over brotli on this machine; the figures are medians of ${rounds} rounds. Compare the ratios: single times depend on the machine and on what else it does. The elements also check the rule set and score; SurveyJS only asks. Both pages name ahead what they fetch: ours as the builder of the service writes it, SurveyJS its questions, and its scripts stand in the page.`,
    '',
    `Machine: ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, load ${load.toFixed(1)} when it began. SurveyJS ${versionOf('survey-core')}, Lighthouse ${versionOf('lighthouse')}.`,
    '',
  ]
}

function sizes(): string[] {
  const { elements, asking, everything, survey } = weights()
  const row = (what: string, size: number) => `| ${what} | ${kilobytes(size)} | ${(survey / size).toFixed(1)} × |`
  return [
    '## Size',
    '',
    '| What travels, after brotli | kB | SurveyJS is |',
    '| --- | ---: | ---: |',
    `| survey-core, survey-js-ui and their styles | ${kilobytes(survey)} | |`,
    row('an assessment until its last statement is answered, with Lit', asking),
    row('all seven elements on one page as they are first drawn, with Lit and the scorer', elements),
    row(
      'everything but languages and reports: with lists, the reader of rule sets and the complete result',
      everything,
    ),
    '',
  ]
}

function times(kind: string, comparisons: readonly Comparison[]): string[] {
  const title = kind === 'one page' ? '144 questions on one page' : 'The first of twelve pages, one for each principle'
  return [
    `## ${title}`,
    '',
    'Milliseconds until every radio button can be used, and in brackets how long the page was blocked before.',
    '',
    '| Condition | SurveyJS | Joinery | faster |',
    '| --- | ---: | ---: | ---: |',
    ...comparisons
      .filter((one) => one.kind === kind)
      .map(
        ({ condition, survey, joinery }) =>
          `| ${condition} | ${whole(survey.usable)} (${whole(survey.blocked)}) | ${whole(joinery.usable)} (${whole(joinery.blocked)}) | ${(survey.usable / joinery.usable).toFixed(1)} × |`,
      ),
    '',
  ]
}

function lighthouse(pages: readonly Judged[]): string[] {
  return [
    '## Lighthouse, on a phone',
    '',
    '| Page of the playground | performance | accessibility | best practices | layout shift | largest paint | blocked |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...pages.map(
      (one) =>
        `| \`${one.path}\` | ${one.performance} | ${one.accessibility} | ${one.bestPractices} | ${one.layoutShift.toFixed(3)} | ${whole(one.largestPaint)} ms | ${whole(one.blocked)} ms |`,
    ),
    '',
  ]
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1)
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
