import { definePlugin } from '@joinery/core/plugin'

/** A sector whose orders are counted by the dozen. */
export const bakery = definePlugin({
  name: 'bakery',
  questionTypes: [
    {
      id: 'bakery/dozens',
      writes: 'number',
      input: { mode: 'numeric', unit: 'dozen', example: 'For example 3' },
      read: (text) =>
        /^\d+$/.test(text) ? { value: Number(text) * 12 } : { problem: 'Write a whole number of dozens.' },
      write: (loaves) => String(loaves / 12),
    },
  ],
  ruleSets: [
    {
      formatVersion: 1,
      id: 'bakery',
      version: '1.0.0',
      title: 'Bakeries',
      language: 'en',
      provider: { name: 'The bakers' },
      licence: 'Apache-2.0',
      extends: { ruleSet: 'iso-44003', version: '^1.0.0' },
      facts: [{ id: 'ext.bakery.order', type: 'number', title: 'Loaves a week' }],
      instrument: {
        questions: [
          {
            id: 'bakery.q-order',
            type: 'number',
            as: 'bakery/dozens',
            title: 'How many loaves a week?',
            fact: 'ext.bakery.order',
          },
        ],
      },
    },
  ],
})
