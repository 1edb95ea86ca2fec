import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkRuleSet, type LocatedFault } from '@joinery/kit'

/** What an author is told about a rule set while writing it. */
export interface Checked {
  readonly isUsable: boolean
  readonly faults: readonly Pick<LocatedFault, 'line' | 'column' | 'path' | 'message' | 'severity'>[]
}

const mostFaults = 100

/** Checks a text with the same checks as the command, so that places and remedies are the same. */
export function checkText(text: string): Checked {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-check-'))
  try {
    const file = join(folder, 'rule-set.json')
    writeFileSync(file, text)
    const { ruleSet, faults } = checkRuleSet(file, { from: [import.meta.filename] })
    return { isUsable: ruleSet !== undefined, faults: faults.slice(0, mostFaults).map(shownOf) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function shownOf({ line, column, path, message, severity }: LocatedFault): Checked['faults'][number] {
  return {
    path,
    message,
    severity,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}
