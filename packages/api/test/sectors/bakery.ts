import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
// @boundaries-ignore the tools of the workspace are no package
import { newFolder } from '../../../../tools/new-folder.ts'

const ruleSet = {
  formatVersion: 1,
  id: 'bakery',
  version: '1.0.0',
  title: 'Bakeries',
  language: 'en',
  provider: { name: 'The bakers' },
  licence: 'Apache-2.0',
  extends: { ruleSet: 'iso-44003', version: '^1.0.0' },
  facts: [
    { id: 'ext.bakery.loaves', type: 'number', title: 'Loaves' },
    { id: 'ext.bakery.enough', type: 'yesNo', title: 'Enough loaves' },
    { id: 'ext.bakery.flour', type: 'text', title: 'Flour' },
    { id: 'ext.bakery.recalls', type: 'number', title: 'Recalls' },
  ],
  instrument: {
    questions: [
      {
        id: 'bakery.flour',
        type: 'choice',
        title: 'Which flour?',
        fact: 'ext.bakery.flour',
        choices: ['Rye', 'Wheat'].map((value) => ({ value, label: value })),
      },
    ],
  },
  practice: {
    indicators: [
      {
        id: 'bakery.enough/1',
        clause: 'p07.trust',
        level: 1,
        statement: 'There is enough bread.',
        conditions: { all: [{ fact: 'ext.bakery.enough', operator: 'equal', value: true }] },
      },
      {
        id: 'bakery.flour/1',
        clause: 'p07.trust',
        level: 1,
        statement: 'The flour is known.',
        conditions: { all: [{ fact: 'ext.bakery.flour', operator: 'given', value: true }] },
      },
    ],
  },
}

/** What the fact of a plugin does, and what stands before and beside it. */
export interface Baked {
  readonly derive?: string
  readonly first?: string
  readonly section?: string
  /** What the provider of recalls does; absent: there is none. */
  readonly provide?: string
}

let count = 0
const folder = newFolder()

/** A module with a plugin, some of it hostile. */
export function bake({
  derive = 'return record.ext.bakery.loaves > 10',
  first = '',
  section,
  provide,
}: Baked = {}): string {
  const sections =
    section === undefined
      ? ''
      : `reportSections: [{ id: 'bakery/bread', title: 'Bread', reads: [], build() { ${section} } }],`
  const asked = `purpose: 'To see what was recalled', gives: ['bakery/recalls'], maxAgeDays: 30, timeoutMs: 300`
  const till = `{ id: 'bakery/till', title: 'Till', purpose: 'To count', gives: ['bakery/loaves'], maxAgeDays: 1, timeoutMs: 9, file: { title: 'Till', endings: ['.csv'], mostBytes: 9 }, async provide() {} }`
  const providers =
    provide === undefined
      ? ''
      : `factProviders: [{ id: 'bakery/recalls-office', title: 'Recalls', ${asked}, reads: ['ext.bakery.flour'], async provide(request, at) { ${provide} } }, ${till}],`
  const file = join(folder, `bakery-${count++}.mjs`)
  const fact = `{ id: 'bakery/enough', type: 'yesNo', reads: ['ext.bakery.loaves'], derive(record) { ${derive} } }`
  writeFileSync(
    file,
    `${first}\nexport default { name: 'bakery', facts: [${fact}], ${sections} ${providers} ruleSets: [${JSON.stringify(ruleSet)}] }\n`,
  )
  return pathToFileURL(file).href
}
