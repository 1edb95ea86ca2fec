import { createAssessor, type Relationship, type Result, type RuleSet } from '@joinery/core'
import { htmlPolicy, renderReport } from '@joinery/report'
import type { Store } from '@joinery/store'
import type { Hono } from 'hono'
import { homePage } from '../pages/home-page.ts'
import { html, pageHeaders, type Html } from '../pages/page.ts'
import { demonstrationSlug } from './fill.ts'
import { members } from './members.ts'

interface Shown {
  readonly id: string
  readonly record: Relationship
  readonly result: Result
}

export interface Demonstrated {
  readonly ruleSet: RuleSet
  /** Address of the badge that one of the firms made. */
  readonly badge: () => string
}

/** What the demonstration adds to the pages: its members' results, open to everybody, for all of it is invented. */
export function addDemonstrationPages(app: Hono, store: Store, { ruleSet, badge }: Demonstrated): void {
  const assessor = createAssessor(ruleSet)
  const shown = async (): Promise<readonly Shown[]> => {
    const tenant = await store.platform.tenantBySlug(demonstrationSlug)
    if (tenant === undefined) return []
    const { items } = await store.read(tenant, (tx) => tx.relationships.list({ limit: 100 }))
    return items
      .filter(({ record }) => isInvented(record))
      .map(({ id, record }) => ({ id, record, result: assessor.assess(record, { asOf: today() }) }))
  }
  for (const path of ['/', '/demonstration'])
    app.get(path, async (context) =>
      context.body(homePage([ruleSet], resultsSection(await shown(), badge())), 200, pageHeaders),
    )
  app.get('/demonstration/:id', async (context, next) => {
    const found = (await shown()).find(({ id }) => id === context.req.param('id'))
    if (found === undefined) return next()
    const { record, result } = found
    const paths = assessor.paths(record, { asOf: today() })
    const report = renderReport(result, { format: 'html', ruleSet, relationship: record, paths })
    return context.body(report, 200, {
      ...pageHeaders,
      'content-security-policy': `${htmlPolicy}; frame-ancestors 'none'`,
    })
  })
}

/** What visitors write down is theirs: it is shown to nobody, in the demonstration neither. */
function isInvented({ org, rel }: Relationship): boolean {
  return members.some(({ name, partner }) => name === org?.name && partner === rel?.partnerName)
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function resultsSection(shown: readonly Shown[], badge: string): Html {
  return html`<h2>See a result</h2>
    <p>
      The Larkmoor Builders and Makers Association and its members are invented. Each line is one relationship, assessed
      today by the baseline rule set; open it for the whole report.
    </p>
    <div class="scroll">
      <table class="stacks">
        <thead>
          <tr>
            <th>Firm</th>
            <th>and its partner</th>
            <th>Level</th>
            <th>Score, of 4</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(row)}
        </tbody>
      </table>
    </div>
    <p class="below">
      The first firm shows this badge on its own site: <img src="${badge}" alt="Its self-assessed level" />
    </p>`
}

function row({ id, record, result: { headline } }: Shown): Html {
  const score = headline.score ?? 0
  return html`<tr>
    <td><a href="/demonstration/${id}">${record.org?.name ?? ''}</a></td>
    <td>${record.rel?.partnerName ?? ''}</td>
    <td>${headline.level ?? '–'} ${headline.levelName ?? ''}</td>
    <td><meter min="0" max="4" value="${score}">${score}</meter> ${score.toFixed(1)}</td>
  </tr> `
}
