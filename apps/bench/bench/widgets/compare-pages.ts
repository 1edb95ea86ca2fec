import { chromium } from 'playwright'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../../tools/browser.ts'
import { questionnaireOf, type Questionnaire } from './questionnaire.ts'
import { bundleFiles, firstFiles, rivalFile, surveyFiles } from './rivals.ts'
import { serve, type File, type Files } from './serve.ts'
import { conditions, timePage, type Condition, type Loaded } from './time-page.ts'

/** Both on the same questions, under the same condition: medians over the rounds. */
export interface Comparison {
  readonly kind: string
  readonly condition: string
  readonly survey: Loaded
  readonly joinery: Loaded
}

export const kinds = ['one page', 'by principle'] as const
type Kind = (typeof kinds)[number]

/** Loads both pages in turn, in an order that changes from round to round, so that a slow moment hits both alike. */
export async function comparePages(
  rounds: number,
  which: { readonly kinds: readonly Kind[]; readonly conditions: readonly Condition[] } = { kinds, conditions },
): Promise<Comparison[]> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserArgs] })
  try {
    const comparisons: Comparison[] = []
    for (const kind of which.kinds)
      comparisons.push(...(await compareKind(kind, { rounds, browser, conditions: which.conditions })))
    return comparisons
  } finally {
    await browser.close()
  }
}

interface Around {
  readonly rounds: number
  readonly browser: Awaited<ReturnType<typeof chromium.launch>>
  readonly conditions: readonly Condition[]
}

async function compareKind(kind: Kind, around: Around): Promise<Comparison[]> {
  const asked = questionnaireOf(kind)
  const server = await serve(filesOf(asked))
  try {
    const comparisons: Comparison[] = []
    for (const condition of around.conditions) {
      const times = await timesUnder(condition, { ...around, asked, address: server.address })
      const [survey, joinery] = [medianOf(times.survey), medianOf(times.joinery)]
      comparisons.push({ kind, condition: condition.name, survey, joinery })
    }
    return comparisons
  } finally {
    server.close()
  }
}

type Page = 'survey' | 'joinery'

async function timesUnder(
  condition: Condition,
  { asked, address, rounds, browser }: Around & { readonly asked: Questionnaire; readonly address: string },
): Promise<Record<Page, Loaded[]>> {
  const kept = { 'joinery.assessment.relationship': JSON.stringify(leftOpenAt(asked)) }
  const times: Record<Page, Loaded[]> = { survey: [], joinery: [] }
  for (let round = 0; round < rounds; round++) {
    const order: Page[] = round % 2 === 0 ? ['survey', 'joinery'] : ['joinery', 'survey']
    for (const page of order)
      times[page].push(await timePage(browser, `${address}/${page}.html`, { condition, radios: asked.radios, kept }))
  }
  return times
}

/** An assessment that was left at its questions, as SurveyJS begins with them. */
function leftOpenAt({ page, hash }: Questionnaire): object {
  const ruleSet = { id: 'iso-44003', version: '1.0.0', hash }
  return {
    format: 1,
    name: 'relationship',
    ruleSet,
    scope: 'full',
    page,
    record: {},
    plan: {},
    earlier: [],
    changedAt: '',
  }
}

function filesOf({ ruleSet, survey }: Questionnaire): Files {
  return new Map([...joineryFiles(ruleSet), ...surveyPage(survey)])
}

const script = 'text/javascript'

function joineryFiles(ruleSet: string): Files {
  // as the builder of the service writes it into a page of one version, and into the folder for a web space
  const ahead = firstFiles()
    .map((name) => `<link rel="modulepreload" href="/${name}">`)
    .join('')
  const page = htmlOf(
    `<link rel="preload" as="fetch" crossorigin href="/rules.json">${ahead}<script type="module" src="/joinery.js"></script>`,
    '<joinery-assessment rules="/rules.json" scope="full"></joinery-assessment>',
  )
  return new Map<string, File>([
    ['/joinery.html', { type: 'text/html', body: page }],
    ['/rules.json', { type: 'application/json', body: ruleSet }],
    ...[...bundleFiles()].map(([name, body]) => [`/${name}`, { type: script, body }] as const),
  ])
}

function surveyPage(survey: string): Files {
  const [core, ui, css] = surveyFiles
  const page = htmlOf(
    '<link rel="preload" as="fetch" crossorigin href="/survey.json"><link rel="stylesheet" href="/survey.css"><script defer src="/core.js"></script><script defer src="/ui.js"></script><script defer src="/start.js"></script>',
    '<div id="survey"></div>',
  )
  const start =
    "fetch('/survey.json').then((r) => r.json()).then((json) => new Survey.Model(json).render(document.getElementById('survey')))"
  return new Map<string, File>([
    ['/survey.html', { type: 'text/html', body: page }],
    ['/survey.css', { type: 'text/css', body: rivalFile(css) }],
    ['/core.js', { type: script, body: rivalFile(core) }],
    ['/ui.js', { type: script, body: rivalFile(ui) }],
    ['/start.js', { type: script, body: start }],
    ['/survey.json', { type: 'application/json', body: survey }],
    ['/favicon.ico', { type: 'image/x-icon', body: '' }],
  ])
}

function htmlOf(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Check</title>${head}</head><body>${body}</body></html>`
}

function medianOf(loads: readonly Loaded[]): Loaded {
  const middle = (values: readonly number[]) => values.toSorted((left, right) => left - right)[values.length >> 1]!
  return { usable: middle(loads.map(({ usable }) => usable)), blocked: middle(loads.map(({ blocked }) => blocked)) }
}
