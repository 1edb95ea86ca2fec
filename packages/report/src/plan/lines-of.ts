import { modelField, modelFields, type PlanSection } from '@joinery/core'
import { firstLines } from './first-lines.ts'
import { laterLines } from './later-lines.ts'
import { fact, list, type Line } from './line.ts'

const known: readonly Line[] = [...firstLines, ...laterLines]

/**
 * What each section of a plan is made of, in the order of its parts. A line that two sections ask for stands in the later
 * one, which is about it.
 */
export function linesOfSections(sections: readonly PlanSection[]): ReadonlyMap<string, readonly Line[]> {
  const wanted = sections.map((section) => ({
    id: section.id,
    lines: unique(section.parts.flatMap(({ fact: path }) => linesFor(path))),
  }))
  return new Map(
    wanted.map(({ id, lines }, index) => {
      const later = new Set(wanted.slice(index + 1).flatMap((section) => section.lines))
      return [id, lines.filter((line) => !later.has(line))]
    }),
  )
}

function unique(lines: readonly Line[]): Line[] {
  return [...new Set(lines)]
}

/** The lines for an entity, a list or a field: those that were written for it, else plain ones in the words of the model. */
function linesFor(path: string): readonly Line[] {
  const written = known.filter(
    (line) => line.path === path || line.path.startsWith(`${path}.`) || path.startsWith(`${line.path}.`),
  )
  if (written.length > 0) return written
  if (!plain.has(path)) plain.set(path, plainLines(path))
  return plain.get(path)!
}

const plain = new Map<string, readonly Line[]>()

function plainLines(path: string): Line[] {
  const field = modelField(path)
  if (field === undefined) return []
  const inside = modelFields.filter(
    (inner) => inner.path.startsWith(`${path}.`) && !inner.path.slice(path.length + 1).includes('.'),
  )
  if (field.type === 'entity') return inside.flatMap((inner) => plainLines(inner.path))
  if (field.type !== 'records') return [fact(path, field.about)]
  const names = inside.map((inner) => inner.path.slice(path.length + 1))
  return [list(path, field.about, { called: names.join(' '), details: names })]
}
