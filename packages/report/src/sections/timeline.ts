import { timelineBlocks } from '../timeline/timeline-blocks.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** How it went up to now, where there is more than one assessment. */
export const timeline: SectionBuilder = {
  id: 'timeline',
  formats: everyFormat,
  build: (subject) => {
    const { timeline: course, ruleSet } = subject
    return course === undefined || course.points.length < 2 ? [] : timelineBlocks(course, ruleSet, subject)
  },
}
