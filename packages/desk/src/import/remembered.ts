import { keyOfColumns, type Chosen } from '@joinery/intake'

const name = 'joinery.desk.columns'
const mostFiles = 100

type Memory = Readonly<Record<string, Chosen>>

/** What was said about files with the same columns, on this device. */
export function rememberedFor(columns: readonly string[]): Chosen | undefined {
  const key = keyOfColumns(columns)
  const memory = all()
  return columns.length > 0 && Object.hasOwn(memory, key) ? memory[key] : undefined
}

/** Keeps what was said for the next file of the same program; which firm is the partner holds for this file alone. */
export function remember(columns: readonly string[], { answers = {}, ...chosen }: Chosen): void {
  if (columns.length === 0) return
  const { partner: _, ...lasting } = answers
  const { [keyOfColumns(columns)]: _before, ...others } = all()
  const latest = Object.entries(others).slice(-mostFiles + 1)
  const memory = Object.fromEntries([...latest, [keyOfColumns(columns), { ...chosen, answers: lasting }]])
  try {
    localStorage.setItem(name, JSON.stringify(memory))
  } catch {
    // a full or forbidden store only means that the question comes again
  }
}

function all(): Memory {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? '{}')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Memory) : {}
  } catch {
    return {}
  }
}
