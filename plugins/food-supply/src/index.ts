import { definePlugin } from '@joinery/core/plugin'
import ruleSet from '../rule-set.json' with { type: 'json' }
import { complaintFacts } from './facts/complaints.ts'
import { forecastFacts } from './facts/forecasts.ts'
import { productFacts } from './facts/products.ts'
import { tradeFacts } from './facts/trade.ts'
import { supplySection } from './supply-section.ts'

/** Firms that supply each other with food: approval, tracing, announced changes, fair orders. Ten rules beside the baseline. */
export default definePlugin({
  name: 'food',
  version: '1.0.0',
  facts: [...productFacts, ...forecastFacts, ...tradeFacts, ...complaintFacts],
  reportSections: [supplySection],
  ruleSets: [ruleSet],
})
