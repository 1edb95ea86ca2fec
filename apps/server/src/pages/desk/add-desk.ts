import { buildPlan, planPolicy } from '@joinery/report/plan'
import type { Hono } from 'hono'
import { headersOf, html, page } from '../page.ts'
import type { KeptFiles } from '../kept-files.ts'
import type { RuleFiles } from '../rule-files.ts'
import { answerFile } from '../served-file.ts'
import { answerKept, type WidgetFiles } from '../widget-files.ts'
import type { DeskFiles } from './desk-files.ts'

export interface DeskParts {
  readonly rules: RuleFiles
  readonly widgets: WidgetFiles | undefined
  /** The scripts as they were built. */
  readonly files: DeskFiles | undefined
  readonly kept: KeptFiles
}

/**
 * `/desk`: the member firm's own place. The page holds nothing of anybody; its script asks the API with the key of the firm, which
 * is never part of an address that is sent.
 */
export function addDesk(app: Hono, { rules, widgets, files, kept }: DeskParts): void {
  const headers = headersFor(rules)
  app.get('/desk', (context) =>
    files === undefined || widgets === undefined
      ? context.text(notBuilt, 503, { 'cache-control': 'no-store' })
      : context.body(deskPage(files, widgets), 200, headers),
  )
  app.get('/desk/:version/:file', async (context) => {
    const { version, file: name } = context.req.param()
    const own = version === files?.version ? files.files.get(name) : undefined
    if (own !== undefined) return answerFile(context, own, 'for-ever')
    return answerKept(context, () => kept.find({ family: 'desk', version }, name), noVersion)
  })
}

const noVersion = 'No version of the desk that was at work here has this file. Load the page again.'

const notBuilt =
  'The desk has not been built: run "pnpm run bundle" in packages/widgets and packages/desk, then start again.'

function deskPage(files: DeskFiles, widgets: WidgetFiles): string {
  const body = html`<div id="desk">
    <noscript>
      <main>
        <h1>Your desk</h1>
        <p>
          This page reads your files on your own device, and needs a browser that runs scripts for it. Without them the
          command does the same: joinery import, joinery portfolio, joinery plan, joinery review.
        </p>
      </main>
    </noscript>
  </div>`
  return page('Your desk – Joinery', body, {
    head: html`<script type="module" src="/desk/${files.version}/desk.js"></script>
      <script type="module" crossorigin="anonymous" src="/widgets/${widgets.version}/joinery.js"></script>`,
  })
}

function headersFor(rules: RuleFiles) {
  return headersOf({
    styles: planStyles(rules),
    more: [
      "script-src 'self'",
      "worker-src 'self'",
      "connect-src 'self'",
      // a plan is shown in a frame, from the device's own memory
      'frame-src blob:',
      "require-trusted-types-for 'script'",
      'trusted-types joinery joinery-desk lit-html',
    ],
  })
}

/** The style of the plan, which the page shows in a frame that lives under its policy. */
function planStyles(rules: RuleFiles): string[] {
  const first = [...rules.values()].find(({ ruleSet }) => ruleSet.document.plan !== undefined)
  if (first === undefined) return []
  const blank = buildPlan({}, { ruleSet: first.ruleSet, half: 'shared', form: 'micro', asOf: '2026-01-01' })
  return planPolicy(blank).match(/'sha256-[^']+'/g) ?? []
}
