import { definePlugin } from '@joinery/core/plugin'
import german from '../locales/de.json' with { type: 'json' }
import ruleSet from '../rule-set.json' with { type: 'json' }
import { daysOrWeeks } from './days-or-weeks.ts'
import { changeFacts } from './facts/changes.ts'
import { paymentFacts } from './facts/payments.ts'
import { warningFacts } from './facts/warnings.ts'
import { paymentFile, warningFile } from './files/providers.ts'
import { siteSection } from './site-section.ts'
import { withinWorkingDays } from './within-working-days.ts'

/** Firms that build together: early warnings, payment, change. Ten rules beside the baseline. */
export default definePlugin({
  name: 'construction',
  version: '1.0.0',
  facts: [...warningFacts, ...paymentFacts, ...changeFacts],
  operators: [withinWorkingDays],
  questionTypes: [daysOrWeeks],
  factProviders: [warningFile, paymentFile],
  reportSections: [siteSection],
  scopes: {
    starter: {
      questions: [
        'construction.q-programme-interval',
        'construction.q-programme-revised',
        'construction.q-dispute-step',
      ],
      minutes: 2,
    },
  },
  ruleSets: [{ ...ruleSet, ...german }],
  locales: {
    de: {
      'construction/withinWorkingDays': { phrase: 'höchstens % Arbeitstage her' },
      'construction/days-or-weeks': { example: 'Zum Beispiel 28 Tage oder 4 Wochen' },
      'construction/warning-file': {
        title: 'Datei mit Frühwarnungen',
        purpose: 'Damit Sie Ihr Frühwarnregister nicht abtippen müssen.',
      },
      'construction/payment-file': {
        title: 'Datei mit Zahlungsanträgen',
        purpose: 'Damit Sie Ihre Zahlungsanträge nicht abtippen müssen.',
      },
      'construction/on-site': { title: 'Auf der Baustelle' },
    },
  },
})
