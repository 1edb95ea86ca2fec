import type { RuleSet } from '@joinery/core'
import type { Hono } from 'hono'
import { addAssets } from './assets.ts'
import { addBuilder } from './builder/add-builder.ts'
import { addDesk } from './desk/add-desk.ts'
import { readDeskFiles, type DeskFiles } from './desk/desk-files.ts'
import { addEmbedPages } from './embed-page.ts'
import { addForms } from './forms/add-forms.ts'
import { nothingKept, type KeptFiles } from './kept-files.ts'
import { addPartner } from './partner/add-partner.ts'
import { addRuleFiles, ruleFilesOf } from './rule-files.ts'
import { addWidgetFiles, readWidgetFiles, type WidgetFiles } from './widget-files.ts'

export interface ServicePages {
  readonly ruleSets: readonly RuleSet[]
  /** What was built; that of the packages unless given. */
  readonly built?: BuiltFiles | undefined
  /** What other versions shipped; nothing unless given. */
  readonly kept?: KeptFiles | undefined
  /** Told of failures that are ours. */
  readonly failed: (error: unknown) => void
  /** Where a request comes from. */
  readonly addressOf: (request: Request, env: unknown) => string
}

/** The scripts that this version ships; undefined what has not been built. */
export interface BuiltFiles {
  readonly widgets: WidgetFiles | undefined
  readonly desk: DeskFiles | undefined
}

export function readBuiltFiles(): BuiltFiles {
  return { widgets: readWidgetFiles(), desk: readDeskFiles() }
}

/** Adds what sites embed: the elements, the rule sets, frames, forms, the partner's page, the firm's desk, and the page that puts an embedding together. */
export function addServicePages(
  app: Hono,
  { ruleSets, addressOf, failed, built = readBuiltFiles(), kept = nothingKept }: ServicePages,
): void {
  const { widgets, desk } = built
  const rules = ruleFilesOf(ruleSets)
  addAssets(app)
  addWidgetFiles(app, widgets, kept)
  addRuleFiles(app, rules)
  addEmbedPages(app, { rules, widgets, failed })
  addForms(app, failed)
  addPartner(app, failed)
  addDesk(app, { rules, widgets, files: desk, kept })
  addBuilder(app, { rules, widgets, addressOf })
}
