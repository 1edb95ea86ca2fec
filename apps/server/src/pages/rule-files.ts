import type { RuleSet } from '@joinery/core'
import { bundleRuleSet } from '@joinery/kit/serve'
import type { Hono } from 'hono'
import { answerFile, servedFile, type ServedFile } from './served-file.ts'

/** A rule set that comes with the service, as pages load it: the newest version always stands at the same address. */
export interface RuleFile {
  readonly ruleSet: RuleSet
  readonly text: string
  readonly file: ServedFile
}

export type RuleFiles = ReadonlyMap<string, RuleFile>

export function ruleFilesOf(ruleSets: readonly RuleSet[]): RuleFiles {
  return new Map(ruleSets.map((ruleSet) => [ruleSet.id, ruleFileOf(ruleSet)]))
}

function ruleFileOf(ruleSet: RuleSet): RuleFile {
  const { text } = bundleRuleSet(ruleSet)
  return { ruleSet, text, file: servedFile('application/json', Buffer.from(text)) }
}

/** `/rules/iso-44003.json`; what never changes stands by its digest under `/v1/bundles`. */
export function addRuleFiles(app: Hono, rules: RuleFiles): void {
  app.get('/rules/:file', (context, next) => {
    const found = rules.get(context.req.param('file').replace(/\.json$/, ''))
    return found === undefined ? next() : answerFile(context, found.file, 'for-a-while')
  })
}
