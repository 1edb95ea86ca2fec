import { changedSince, coverageOf, mutantsOf, runMutants, type Mutant, type SoundRun } from '@joinery/kit'
import { ruleSetOf } from '../input/rules.ts'
import { UsageError } from '../exits.ts'
import { clean } from '../output/print-faults.ts'
import { shownPath } from '../terminal.ts'

/** Which conditions of a rule set its cases have not seen both ways. */
export function coverageWords(run: SoundRun): string {
  const { conditions, both, unseen } = coverageOf(run)
  const lines = unseen.map(
    ({ indicator, never, words, ...at }) =>
      `  ${placeWords(at)} ${indicator}: never ${never === 'either' ? 'true nor false' : never}: ${words}`,
  )
  return [`  ${both} of ${conditions} conditions were seen true and false`, ...lines, ''].map(clean).join('\n')
}

export interface MutationWish {
  /** An earlier version: only what differs from it is changed. */
  readonly changed: string | undefined
  readonly limit: number | undefined
}

/** Which small changes of a rule set its cases do not notice. */
export function mutationWords(run: SoundRun, { changed, limit }: MutationWish): string {
  const { loaded, ruleSet, plugin, passed } = run
  const all = mutantsOf(loaded.own!, ruleSet)
  const ids = changed === undefined ? undefined : changedSince(earlier(changed), ruleSet)
  const mutants = ids === undefined ? all : all.filter(({ id }) => ids.has(id))
  const { tried, noticed, unnoticed, alike } = runMutants(ruleSet, { cases: passed, mutants, plugin }, { limit })
  if (tried === 0) return '  there is nothing to change\n'
  const share = Math.floor((noticed / tried) * 100)
  const line = ({ path, id, what }: Mutant, words: string) =>
    `  ${placeWords(loaded.locate({ code: 'unused', path, message: '', severity: 'warning' }))} ${id}: ${what}: ${words}`
  const summary = `  the cases notice ${noticed} of ${tried} changes (${share} %)`
  const lines = [
    ...unnoticed.map((mutant) => line(mutant, 'no case notices')),
    ...alike.map((mutant) => line(mutant, 'shows nowhere, and is not counted')),
  ]
  return [...lines, summary, ''].map(clean).join('\n')
}

function earlier(name: string) {
  const ruleSet = ruleSetOf(name)
  if (ruleSet === undefined) throw new UsageError(`--changed: "${name}" cannot be used`)
  return ruleSet
}

function placeWords({
  file,
  line,
  column,
}: {
  file: string
  line?: number | undefined
  column?: number | undefined
}): string {
  return `${shownPath(file)}:${line ?? 1}:${column ?? 1}`
}
