import { files } from './files.ts'
import { frame } from './frame.ts'
import { partner } from './partner.ts'
import { record } from './record.ts'
import { review } from './review.ts'

/** Every text of the desk in English. */
export const en = {
  language: 'en',
  locale: 'en-GB',
  name: 'English',
  direction: 'ltr',
  ...frame,
  ...files,
  ...record,
  ...partner,
  ...review,
}
