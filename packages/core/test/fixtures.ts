import { readFileSync } from 'node:fs'
import type { Relationship } from '../src/schema/relationship.ts'

/** A fixture as text. */
export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
}

/** An alliance in which everything is recorded, complete, up to date and confirmed by the partner. */
export function perfectAlliance(): Relationship {
  return JSON.parse(fixture('perfect-alliance.json')) as Relationship
}
