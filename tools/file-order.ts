import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long although the file is small; begun last, each would run alone at the end. */
export const longest: readonly string[] = [
  'packages/core/test/differential/planted-bugs.test.ts',
  'packages/api/test/fuzz/fuzz.test.ts',
  'packages/core/test/differential/differential.test.ts',
  'apps/cli/test/lines.test.ts',
  'packages/api/test/sectors/sectors.test.ts',
  'packages/kit/src/mutate/run-mutants.test.ts',
  'apps/server/test/crash.test.ts',
  'packages/kit/src/cross-check/cross-check.test.ts',
]

/**
 * Begins with the longest files; those that walk through whole pages are spread between the others, so that seldom two
 * browsers are at work.
 */
export class FileOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isPage = ({ project }: TestSpecification) => project.name === 'e2e'
    return spread(
      longestFirst(await super.sort(files), ({ moduleId }) => moduleId),
      isPage,
    )
  }
}

/** Those that are known to be long in front, in the order in which they are known; the others keep theirs. */
export function longestFirst<Item>(list: readonly Item[], fileOf: (item: Item) => string): Item[] {
  const rank = (item: Item) => {
    const place = longest.findIndex((file) => fileOf(item).endsWith(`/${file}`))
    return place === -1 ? longest.length : place
  }
  return list.toSorted((one, other) => rank(one) - rank(other))
}

/** Puts some of a list evenly between the others, beginning with one of them; both keep their order. */
export function spread<Item>(list: readonly Item[], isOne: (item: Item) => boolean): Item[] {
  const [some, others] = [list.filter(isOne), list.filter((item) => !isOne(item))]
  if (some.length === 0) return others
  const place = (index: number) => Math.round((index * others.length) / some.length)
  return some.flatMap((one, index) => [one].concat(others.slice(place(index), place(index + 1))))
}
