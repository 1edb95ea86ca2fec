import { keptResult, madeBadge, openedSession } from '../assessment-examples.ts'
import { craft, guildRuleSet } from '../guild.ts'
import { aKey } from '../rule-set-examples.ts'
import { allowUnsigned, checkedDraft, publishNow } from '../members.ts'
import { addedRemark } from '../partner-examples.ts'
import type { Firm, World } from '../world.ts'

/** What the parts of an address are called, by the names of the OpenAPI document. */
export type Names = Readonly<Record<string, string>>

const nowhere = '0199c2a0-5f00-7abc-8def-ffffffffffff'

/** Names that lead nowhere. */
export const namesOfNothing: Names = Object.fromEntries(
  ['firm', 'relationship', 'link', 'key', 'draft', 'result', 'badge', 'remark', 'session'].map((name) => [
    name,
    nowhere,
  ]),
)

/** A world in which every address leads somewhere: results, badges, a draft and a published rule set. */
export async function namesIn(world: World): Promise<Readonly<Record<'own' | 'sibling' | 'foreign', Names>>> {
  await allowUnsigned(world)
  await publishNow(world, guildRuleSet())
  const { id: draft } = await checkedDraft(world, guildRuleSet({ id: 'chisel' }))
  const { kid: signingKey, ...key } = await aKey()
  const as = world.credentials.association
  await world.ask('POST', '/v1/signing-keys', { as, body: { kid: signingKey, ...key } })
  const shared = { draft, signingKey, ruleSet: 'craft', digest: craft.hash.replace('sha256:', '') }
  const of = async (firm: Firm): Promise<Names> => {
    const badge = await madeBadge(world, firm)
    const token = badge.svg.split('/').at(-2)!
    const { relationship, link, keyId: key } = firm
    return {
      ...shared,
      firm: firm.firm,
      relationship,
      link,
      key,
      result: await keptResult(world, firm),
      badge: badge.id,
      remark: await addedRemark(world, firm),
      session: await openedSession(world, firm),
      token,
    }
  }
  return { own: await of(world.own), sibling: await of(world.sibling), foreign: await of(world.foreign) }
}
