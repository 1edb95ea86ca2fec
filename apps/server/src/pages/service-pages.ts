import type { RuleSet } from '@joinery/core'
import type { Hono } from 'hono'
import { addAssets } from './assets.ts'
import { addBuilder } from './builder/add-builder.ts'
import { addDesk } from './desk/add-desk.ts'
import { addEmbedPages } from './embed-page.ts'
import { addForms } from './forms/add-forms.ts'
import { addPartner } from './partner/add-partner.ts'
import { addRuleFiles, ruleFilesOf } from './rule-files.ts'
import { addWidgetFiles, readWidgetFiles, type WidgetFiles } from './widget-files.ts'

export interface ServicePages {
  readonly ruleSets: readonly RuleSet[]
  /** The elements as they were built; those of the package unless given. */
  readonly widgets?: WidgetFiles | undefined
  /** Told of failures that are ours. */
  readonly failed: (error: unknown) => void
  /** Where a request comes from. */
  readonly addressOf: (request: Request, env: unknown) => string
}

/** Adds what sites embed: the elements, the rule sets, frames, forms, the partner's page, the firm's desk, and the page that puts an embedding together. */
export function addServicePages(
  app: Hono,
  { ruleSets, addressOf, failed, widgets = readWidgetFiles() }: ServicePages,
): void {
  const rules = ruleFilesOf(ruleSets)
  addAssets(app)
  addWidgetFiles(app, widgets)
  addRuleFiles(app, rules)
  addEmbedPages(app, { rules, widgets, failed })
  addForms(app, failed)
  addPartner(app, failed)
  addDesk(app, { rules, widgets })
  addBuilder(app, { rules, widgets, addressOf })
}
