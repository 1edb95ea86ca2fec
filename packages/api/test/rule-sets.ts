import { fileURLToPath } from 'node:url'
import { parseRuleSet, type RuleSet } from '@joinery/core'
import { bundleRuleSet, loadRuleSet } from '@joinery/kit'
import type { World } from './world.ts'

/** The baseline rule set, as it comes with the service. */
export function baseline(): RuleSet {
  const folder = fileURLToPath(new URL('../../../rules/iso-44003', import.meta.url))
  return loadRuleSet(folder).ruleSet!
}

interface Asked {
  readonly id: string
  readonly [key: string]: unknown
}

const levels = ['Not started', 'Personal', 'Written', 'Shared', 'Proven'].map((name, level) => ({ level, name }))
const fresh = { fact: 'rmp.versionAt', operator: 'withinDays', value: 100 }

/** What the guild asks for: a plan that is fresh, and three steps of trust. */
export const guildIndicators: readonly Asked[] = [
  { id: 'plan/1', conditions: { all: [fresh] }, next: 'Go through the plan once more.', effort: 30 },
  { id: 'trust/1' },
  { id: 'trust/2' },
  { id: 'trust/3' },
]

/** A small rule set that an association publishes itself. */
export function guildRuleSet(version: string, indicators = guildIndicators, more: object = {}): RuleSet {
  const clauses = [...new Set(indicators.map(({ id }) => id.split('/')[0]!))]
  return parseRuleSet({
    formatVersion: 1,
    id: 'guild',
    version,
    title: 'The guild',
    language: 'en',
    provider: { name: 'The guild' },
    licence: 'Apache-2.0',
    scale: { top: 4, levels },
    method: { name: 'gated-v1' },
    answers: {
      scale: [
        { value: 'yes', share: 1, label: 'Yes' },
        { value: 'no', share: 0, label: 'No' },
      ],
      notApplicable: { limit: 0.25, reasons: [{ code: 'not-in-scope', label: 'Not in scope' }] },
    },
    scopes: [{ id: 'quick', title: 'Quick', indicators: indicators.slice(0, 2).map(({ id }) => id) }],
    reference: {
      principles: clauses.map((clause) => ({
        id: `${clause}s`,
        title: clause,
        clauses: [{ id: clause, title: clause }],
      })),
    },
    practice: {
      indicators: indicators.map(({ id, ...rest }) => {
        const [clause, level] = id.split('/')
        return { id, clause, level: Number.parseInt(level!, 10), statement: `We have ${id}.`, ...rest }
      }),
    },
    ...more,
  })
}

/** Publishes a rule set in the association of the world, as its current version. */
export async function publish(world: World, ruleSet: RuleSet): Promise<void> {
  const { body } = await world.ask('GET', '/v1/whoami', { as: world.credentials.association })
  const tenant = (await world.store.tenant(body.association as string))!
  await world.store.write(tenant, async (tx) => {
    const { digest, text, id, version } = bundleRuleSet(ruleSet)
    await tx.ruleSets.addBundle({ digest, ruleSet: id, ruleSetVersion: version, text, signatures: [] })
    const expected = (await tx.ruleSets.pointer(id))?.version ?? 0
    await tx.ruleSets.movePointer({ ruleSet: id, to: digest, reason: 'A test', by: 'system', expected })
  })
}
