import { definePlugin } from '@joinery/core/plugin'
import german from '../locales/de.json' with { type: 'json' }
import ruleSet from '../rule-set.json' with { type: 'json' }
import { accessFacts } from './facts/access.ts'
import { ageFacts } from './facts/ages.ts'
import { providerFacts } from './facts/provider.ts'
import { restoreFacts } from './facts/restore.ts'
import { serviceSection } from './service-section.ts'

/** A small firm and its IT provider: who answers for what, who holds the keys, and how to part. Ten rules beside the baseline. */
export default definePlugin({
  name: 'msp',
  version: '1.0.0',
  facts: [...ageFacts, ...accessFacts, ...restoreFacts, ...providerFacts],
  reportSections: [serviceSection],
  ruleSets: [{ ...ruleSet, ...german }],
  locales: { de: { 'msp/service': { title: 'IT-Betreuung' } } },
})
