import { randomInt } from 'node:crypto'
import { Problem } from '../kernel/problem.ts'
import type { Service } from '../kernel/service.ts'
import type { DraftInput } from './check-draft.ts'
import type { Report } from './drafts.ts'
import type { BundleInput, MadeBundle } from './make-bundle.ts'
import { Overrun } from './workshop.ts'

/** How long reading a rule set may take, besides comparing the evaluators. */
const seconds = 20

type Shop = { readonly service: Pick<Service, 'workshop' | 'check'> }

/** Checks a draft in the workshop. One that takes too long is at fault, not the service. */
export async function checkInWorkshop(
  { service: { workshop, check } }: Shop,
  input: DraftInput,
): Promise<Omit<Report, 'checkedAt'>> {
  try {
    return await workshop.run('check', { ...input, ...check, seed: randomInt(2 ** 31) }, check.seconds + seconds)
  } catch (error) {
    if (!(error instanceof Overrun)) throw error
    const message = `the check was ended: ${error.message}. Make the rule set smaller, or its conditions simpler`
    const cases = { total: input.cases.length, passed: 0, failures: [] }
    const faults: Report['faults'] = [{ severity: 'error', code: 'too-many', path: '', message }]
    return { ok: false, digest: null, faults, cases, comparison: null, change: null }
  }
}

/** Makes the bundle of a draft in the workshop. */
export async function makeInWorkshop({ service: { workshop } }: Shop, input: BundleInput): Promise<MadeBundle> {
  const made = await workshop.run('bundle', input, seconds).catch((error: unknown) => {
    if (error instanceof Overrun) return undefined
    throw error
  })
  if (made === undefined)
    throw new Problem('conflict', 'The draft cannot be read as it stands; check it, and see what is wrong.')
  return made
}
