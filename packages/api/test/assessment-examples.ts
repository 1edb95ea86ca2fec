import type { Example } from './examples.ts'
import { partnerExamples } from './partner-examples.ts'
import type { Firm, World } from './world.ts'

/** Requests about results and badges: what they are about is made first, by the firm it belongs to. */
type Prepared = (world: World, target: Firm) => Promise<Example>

const wish = 'ruleSet=craft'

/** A result of the firm's relationship. */
export async function keptResult(world: World, { relationship, key }: Firm): Promise<string> {
  const path = `/v1/relationships/${relationship}/results`
  return (await world.ask('POST', path, { as: key, body: { ruleSet: 'craft' } })).body.id
}

/** A badge of the firm's relationship: its id, and where it is seen. */
export async function madeBadge(
  world: World,
  { relationship, key }: Firm,
): Promise<{ id: string; svg: string; json: string }> {
  const path = `/v1/relationships/${relationship}/badges`
  const { body } = await world.ask('POST', path, { as: key, body: { ruleSet: 'craft' } })
  return { id: body.badge.id, svg: body.svg, json: body.json }
}

/** A widget that the firm opened. */
export async function openedSession(world: World, { relationship, key }: Firm): Promise<string> {
  const path = `/v1/relationships/${relationship}/embed-sessions`
  return (await world.ask('POST', path, { as: key, body: { origins: ['https://harbour-joinery.example'] } })).body.id
}

const onRelationship =
  (rest: string, body?: object): Prepared =>
  async (_world, { relationship }) => ({ path: `/v1/relationships/${relationship}/${rest}`, body })

const onResult =
  (rest: string): Prepared =>
  async (world, target) => ({ path: `/v1/results/${await keptResult(world, target)}${rest}` })

export const assessmentExamples: Readonly<Record<string, Prepared>> = {
  ...partnerExamples,
  assessRelationship: onRelationship(`assessment?${wish}`),
  explainIndicator: onRelationship(`explanation?${wish}&indicator=plan.c/1`),
  getPaths: onRelationship(`paths?${wish}`),
  getScore: onRelationship(`score?${wish}`),
  listScores: async (_world, { firm }) => ({ path: `/v1/firms/${firm}/scores?${wish}` }),
  keepResult: onRelationship('results', { ruleSet: 'craft' }),
  listResults: onRelationship('results'),
  getResult: onResult(''),
  getTrend: onRelationship(`trend?${wish}`),
  getTimeline: onRelationship(`timeline?${wish}`),
  compareResults: async (world, target) => {
    const result = await keptResult(world, target)
    return { path: `/v1/results/${result}/comparison?with=${await keptResult(world, target)}` }
  },
  getChanges: async (world, target) => ({
    path: `/v1/relationships/${target.relationship}/changes?since=${await keptResult(world, target)}`,
  }),
  getReport: onResult('/report.html'),
  getReportMarkdown: onResult('/report.md'),
  getReportCsv: onResult('/report.csv'),
  listBadges: onRelationship('badges'),
  createBadge: onRelationship('badges', { ruleSet: 'craft' }),
  revokeBadge: async (world, target) => ({
    path: `/v1/relationships/${target.relationship}/badges/${(await madeBadge(world, target)).id}`,
  }),
  getBadge: async (world, target) => ({ path: (await madeBadge(world, target)).svg }),
  getBadgeJson: async (world, target) => ({ path: (await madeBadge(world, target)).json }),
  openEmbedSession: onRelationship('embed-sessions', { origins: ['https://harbour-joinery.example'] }),
  endEmbedSession: async (world, target) => ({
    path: `/v1/relationships/${target.relationship}/embed-sessions/${await openedSession(world, target)}`,
  }),
  confirm: async (_world, { relationship }) => ({
    path: `/v1/relationships/${relationship}/confirmations`,
    body: { fields: ['rmp'] },
    headers: { 'if-match': '*' },
  }),
}
