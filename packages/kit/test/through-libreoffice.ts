/**
 * Opens the workbooks of all bundled rule sets in LibreOffice, saves them there, and reads them back: the canonical JSON has to be
 * the same. A command of its own, because LibreOffice is not on every machine: node packages/kit/test/through-libreoffice.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson } from '@joinery/core'
import { bundledRuleSets } from '../src/rule-set/find-rule-set.ts'
import { loadRuleSet } from '../src/rule-set/load-rule-set.ts'
import { exportWorkbook } from '../src/workbook/export-workbook.ts'
import { importWorkbook } from '../src/workbook/import-workbook.ts'

const search = { from: [join(import.meta.dirname, '../../../apps/cli/package.json')] }
const folder = mkdtempSync(join(tmpdir(), 'joinery-libreoffice-'))
const saved = join(folder, 'saved')
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

let failed = false
for (const name of bundledRuleSets) {
  const loaded = loadRuleSet(name, search)
  const file = join(folder, `${name}.xlsx`)
  writeFileSync(file, exportWorkbook(loaded))
  saveAnew(file)
  const { document, ruleSet, faults } = importWorkbook(join(saved, `${name}.xlsx`), search)
  const isSame = faults.length === 0 && canonicalJson(document) === canonicalJson(loaded.own)
  console.log(`${name}: ${isSame ? `the same, ${ruleSet?.hash}` : 'DIFFERENT'}`)
  for (const { cell, message } of faults) console.log(`  ${cell ?? ''} ${message}`)
  failed ||= !isSame
}
process.exitCode = failed ? 1 : 0

function saveAnew(file: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const options = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', saved, file]
  execFileSync('soffice', [profile, ...options], { stdio: 'ignore', timeout: 300_000 })
}
