import type { OpenPage } from './desk.ts'
import { openHome } from './home/home-page.ts'
import { openImport } from './import/import-page.ts'
import { openPortfolio } from './portfolio/portfolio-page.ts'
import { openRecord } from './record/record-page.ts'
import { openPartner } from './relationship/partner-page.ts'
import { openPlan } from './relationship/plan-page.ts'
import { openQuestions } from './relationship/questions-page.ts'
import { openReview } from './relationship/review-page.ts'
import { openSkills } from './skills/skills-page.ts'
import { openTime } from './time/time-page.ts'

/** Pages of one relationship, by the last part of their address. */
const ofRelationship: Readonly<Record<string, OpenPage>> = {
  questions: openQuestions,
  record: openRecord,
  partner: openPartner,
  plan: openPlan,
  review: openReview,
  skills: openSkills,
  time: openTime,
}

/** The page that an address stands for; the list of relationships for one that stands for nothing. */
export function openerOf([first, , third]: readonly string[]): OpenPage {
  if (first === 'bring-in') return openImport
  if (first === 'portfolio') return openPortfolio
  if (first !== 'relationship') return openHome
  return Object.hasOwn(ofRelationship, third ?? '') ? ofRelationship[third ?? '']! : openQuestions
}
