import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleRuleSet, loadRuleSet } from '@joinery/kit'
import type { TestProject } from 'vitest/node'

const root = join(import.meta.dirname, '../../../..')

/**
 * Hands the baseline to the tests in the browser as the one JSON that a page would fetch, and what the command says about a
 * building site.
 */
export function setup({ provide }: TestProject): void {
  const { ruleSet } = loadRuleSet(join(root, 'rules/iso-44003'))
  provide('iso44003', bundleRuleSet(ruleSet!).text)
  const site = siteRecord()
  provide('siteRecord', site)
  provide('siteResult', assessed(site))
}

function siteRecord(): string {
  const file = join(root, 'plugins/construction/cases/roofer-and-builder-in-step.json')
  const { given } = JSON.parse(readFileSync(file, 'utf8')) as { given: unknown }
  return JSON.stringify(given)
}

/** The bytes that the command gives. */
function assessed(record: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-site-'))
  try {
    const file = join(folder, 'record.json')
    writeFileSync(file, record)
    const plugin = join(root, 'plugins/construction')
    const words = ['assess', file, '--plugin', plugin, '--as-of', '2026-11-23', '--format', 'json']
    const program = [join(root, 'apps/cli/src/main.ts'), ...words]
    const { status, stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`joinery ${words.join(' ')}: ${stderr}`)
    return stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    iso44003: string
    siteRecord: string
    siteResult: string
  }
}
