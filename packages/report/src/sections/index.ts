import { bothViews } from './both-views.ts'
import { clauses } from './clauses.ts'
import { details } from './details.ts'
import { headline } from './headline.ts'
import { lenses } from './lenses.ts'
import { nextSteps } from './next-steps.ts'
import { notices } from './notices.ts'
import { path } from './path.ts'
import { principles } from './principles.ts'
import { provenance } from './provenance.ts'
import { sectors } from './sectors.ts'
import type { SectionBuilder } from './section.ts'
import { timeline } from './timeline.ts'
import { unknown } from './unknown.ts'
import { weakest } from './weakest.ts'

/** The sections of a report, in the order they are read. */
export const sections: readonly SectionBuilder[] = [
  headline,
  principles,
  weakest,
  nextSteps,
  path,
  timeline,
  bothViews,
  unknown,
  notices,
  sectors,
  lenses,
  clauses,
  details,
  provenance,
]
