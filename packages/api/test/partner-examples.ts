import type { Example } from './examples.ts'
import type { Firm, World } from './world.ts'

/** Requests about what the partner does: it has to be done first, through a link of the target's own. */
type Prepared = (world: World, target: Firm) => Promise<Example>

const fields = ['rmp', 'rel']
const low = { reliability: 2, openness: 2, fairness: 2, capability: 2 }
const high = { reliability: 4, openness: 4, fairness: 4, capability: 4 }

/** A link to the target's relationship, as the firm gives it to the partner. */
export async function linkTo(world: World, { relationship, key }: Firm, more: object = {}): Promise<string> {
  const body = { label: 'Ben Rowe', fields, expiresAt: '2027-01-01T00:00:00.000Z', ...more }
  return (await world.ask('POST', `/v1/relationships/${relationship}/links`, { as: key, body })).body.token
}

export async function addedRemark(world: World, target: Firm): Promise<string> {
  const as = await linkTo(world, target)
  const body = { comment: 'We would rather meet every month.' }
  return (await world.ask('POST', `/v1/relationships/${target.relationship}/remarks`, { as, body })).body.id
}

const approvePlan: Prepared = (_world, { relationship }) =>
  Promise.resolve({ path: `/v1/relationships/${relationship}/plan/approval`, headers: { 'if-match': '*' } })

const planGapAction: Prepared = async (world, target) => {
  const path = `/v1/relationships/${target.relationship}`
  await world.ask('POST', `${path}/pulse`, { as: await linkTo(world, target), body: low })
  await world.ask('POST', `${path}/pulse`, { as: target.key, body: high })
  const body = { item: 'openness', owner: 'Ada Harbour', partnerOwner: 'Ben Rowe', recheckAt: '2027-05-24' }
  return { path: `${path}/gap-actions`, body }
}

const planPrincipleAction: Prepared = async (world, target) => {
  const path = `/v1/relationships/${target.relationship}/statements`
  const said = (value: string) => ({ ruleSet: 'craft', answers: { 'plan.c/1': value } })
  await world.ask('POST', path, { as: target.key, body: said('yes') })
  await world.ask('POST', path, { as: await linkTo(world, target), body: { answers: { 'plan.c/1': 'no' } } })
  const body = { principle: 'plan', owner: 'Ada Harbour', partnerOwner: 'Ben Rowe', recheckAt: '2027-05-24' }
  return { path: `${path}/actions`, body }
}

const question = { ruleSet: 'craft', person: 'Ada Harbour', items: ['competence.listening'] }

const askForRatings: Prepared = async (world, { relationship, key }) => {
  const body = { people: [{ side: 'us', name: question.person }] }
  await world.ask('PATCH', `/v1/relationships/${relationship}`, { as: key, body, headers: { 'if-match': '*' } })
  return { path: `/v1/relationships/${relationship}/ratings`, body: question }
}

const giveRatings: Prepared = async (world, target) => {
  const { path, body } = await askForRatings(world, target)
  await world.ask('POST', path, { as: target.key, body })
  return { path: `${path}/given`, body: { ratings: { 'competence.listening': 2 } } }
}

const closeRemark: Prepared = async (world, target) => ({
  path: `/v1/relationships/${target.relationship}/remarks/${await addedRemark(world, target)}/close`,
})

export const partnerExamples: Readonly<Record<string, Prepared>> = {
  approvePlan,
  planGapAction,
  planPrincipleAction,
  askForRatings,
  giveRatings,
  closeRemark,
}
