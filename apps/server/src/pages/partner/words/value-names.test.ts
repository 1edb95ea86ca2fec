import { expect, test } from 'vitest'
import { valueName } from './value-names.ts'

test.each([
  ['rel.kind', 'customer', 'de', 'Kunde'],
  ['rel.stage', 'winding-down', 'ar', 'تقترب من النهاية'],
  ['rel.stage', 'winding-down', 'en', 'winding down'],
  ['rmp.sections.key', 'people', 'de', 'Menschen'],
  // what somebody wrote, or what no table knows, is not made up
  ['rel.partnerName', 'customer', 'de', 'customer'],
  ['risks.category', 'Weather', 'de', 'Weather'],
  ['risks.category', 'constructor', 'de', 'constructor'],
] as const)('%s "%s" in %s is "%s"', (path, value, language, shown) => {
  expect(valueName(path, value, language)).toBe(shown)
})
