import type { Words } from '../speak.ts'
import { files } from './files.ts'
import { frame } from './frame.ts'
import { partner } from './partner.ts'
import { record } from './record.ts'
import { review } from './review.ts'

export const de: Words = {
  language: 'de',
  locale: 'de-DE',
  name: 'Deutsch',
  direction: 'ltr',
  ...frame,
  ...files,
  ...record,
  ...partner,
  ...review,
}
