import type { Words } from '../speak.ts'
import { files } from './files.ts'
import { frame } from './frame.ts'
import { partner } from './partner.ts'
import { record } from './record.ts'
import { review } from './review.ts'

export const ar: Words = {
  language: 'ar',
  locale: 'ar-u-ca-gregory-nu-latn',
  name: 'العربية',
  direction: 'rtl',
  ...frame,
  ...files,
  ...record,
  ...partner,
  ...review,
}
