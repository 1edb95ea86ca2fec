import type { PlanDocument, PlanHeading } from './plan.ts'

/** What changed under one heading from one version of a plan to the next. */
export interface PlanChange {
  readonly number: number
  readonly title: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** What changed between two versions of the same half, line by line; headings without a change are left out. */
export function comparePlans(before: PlanDocument, after: PlanDocument): PlanChange[] {
  const earlier = new Map(before.headings.map((heading) => [heading.number, heading]))
  const later = new Map(after.headings.map((heading) => [heading.number, heading]))
  const numbers = [...new Set([...earlier.keys(), ...later.keys()])].toSorted((left, right) => left - right)
  return numbers.flatMap((number) => {
    const [old, fresh] = [linesOf(earlier.get(number)), linesOf(later.get(number))]
    const { title } = later.get(number) ?? earlier.get(number)!
    const change = { number, title, added: without(fresh, old), removed: without(old, fresh) }
    return change.added.length + change.removed.length === 0 ? [] : [change]
  })
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return lines.filter((line) => !known.has(line))
}

function linesOf(heading: PlanHeading | undefined): string[] {
  return (heading?.blocks ?? []).flatMap((block) => {
    if (block.kind === 'facts') return block.facts.map(({ label, value }) => `${label}: ${value}`)
    return block.entries.map(({ title, facts }) => {
      const words = facts.map(({ label, value }) => (label === '' ? value : `${label} ${value}`))
      return `${block.label}: ${[title, ...words].join(' · ')}`
    })
  })
}
