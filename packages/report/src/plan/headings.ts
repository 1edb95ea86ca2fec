import { firstHeadings } from './first-headings.ts'
import type { Heading } from './heading.ts'
import { laterHeadings } from './later-headings.ts'

/** The 14 headings in their order. Which half a line belongs to is decided by the visibility of its field, nowhere else. */
export const headings: readonly Heading[] = [...firstHeadings, ...laterHeadings]
