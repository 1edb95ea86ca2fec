import { expect, test } from 'vitest'
import { conditions } from '../bench/widgets/time-page.ts'
import { walkPages, walkSection } from '../bench/widgets/walk-pages.ts'

test('the way from the address to a result can be timed on every page that is timed', async () => {
  const walks = await walkPages(1, conditions[0], 2)
  for (const { name, walked } of walks) {
    const [one] = walked
    expect(one!.firstQuestion, name).toBeGreaterThanOrEqual(one!.firstPage)
    expect(one!.answers, name).toHaveLength(2)
    expect(
      one!.answers.every((spent) => spent > 0),
      name,
    ).toBe(true)
    expect(one!.longestTask, name).toBeGreaterThan(1)
    expect(one!.shift, `${name}: how much moved`).toBeLessThanOrEqual(0.01)
  }
  expect(walkSection(walks).join('\n')).not.toContain('NaN')
}, 60_000)
