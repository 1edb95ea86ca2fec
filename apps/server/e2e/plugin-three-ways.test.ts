import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson, type Relationship, type Result } from '@joinery/core'
import { bundleRuleSet, loadRuleSet } from '@joinery/kit'
import type { JoineryAssessment } from '@joinery/widgets'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWidgetWorld, resultOfCommand, type WidgetWorld } from './widget-world.ts'

const root = join(import.meta.dirname, '../../..')
const asOf = '2026-11-23'
const sectors = [
  { plugin: 'construction', name: 'construction', life: 'roofer-and-builder-in-step', rules: 10 },
  { plugin: 'food-supply', name: 'food', life: 'terms-changed-by-one-side', rules: 10 },
  { plugin: 'it-services', name: 'msp', life: 'green-outside-red-inside', rules: 10 },
]
const folderOf = (plugin: string) => join(root, 'plugins', plugin)

let world: WidgetWorld
beforeAll(async () => {
  world = await createWidgetWorld({ JOINERY_PLUGINS: sectors.map(({ plugin }) => folderOf(plugin)).join(',') })
  const { ruleSet } = loadRuleSet('iso-44003', { from: [import.meta.filename] })
  world.files.set('/iso.json', bundleRuleSet(ruleSet!).text)
  for (const { plugin } of sectors) world.files.set(`/${plugin}.js`, await oneFile(folderOf(plugin)))
}, 120_000)
afterAll(() => world.close())

test.each(sectors)(
  'the command, the service and a page with $plugin give the same bytes about one record',
  async ({ plugin, name, life, rules }) => {
    const given = recordOf(plugin, life)
    const command = JSON.parse(
      resultOfCommand(given, { asOf, scope: 'full', more: ['--plugin', folderOf(plugin)] }),
    ) as Result
    const [own] = command.sectors!
    expect([own!.plugin, own!.rules.length, own!.faults, own!.errors]).toEqual([name, rules, [], []])
    expect(new Set(own!.rules.map(({ outcome }) => outcome)).size).toBeGreaterThan(1)
    const bytes = canonicalJson(command)
    expect(canonicalJson(await ofService(given))).toBe(bytes)
    expect(canonicalJson(await ofPage(plugin, given))).toBe(bytes)
  },
  60_000,
)

function recordOf(plugin: string, life: string): Relationship {
  const file = join(folderOf(plugin), 'cases', `${life}.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { given: Relationship }).given
}

/** All three plugins are configured; the record has data of one sector. */
async function ofService(record: Relationship): Promise<unknown> {
  const body = { record, ruleSet: 'iso-44003', scope: 'full', asOf }
  const answer = await fetch(`${world.service.address}/v1/assessments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.member.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
  return answer.json()
}

/** What the elements of the site make of it in the browser, the plugin being a module of the site. */
async function ofPage(plugin: string, record: Relationship): Promise<unknown> {
  const page = await world.visit(`<joinery-assessment rules="/iso.json" scope="full" as-of="${asOf}" name="${plugin}">
    </joinery-assessment><script type="module">
      import { registerPlugin } from '/joinery.js'
      import plugin from '/${plugin}.js'
      registerPlugin(plugin)
    </script>`)
  await page.getByRole('button', { name: 'Start' }).waitFor()
  const result = await page.evaluate(async (given) => {
    const element = document.querySelector<JoineryAssessment>('joinery-assessment')!
    element.record = given
    return element.result()
  }, record)
  await page.context().close()
  return result
}

/** The plugin as one file for browsers, with a core of its own, as a site makes it. */
async function oneFile(folder: string): Promise<string> {
  const [built] = (await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: join(folder, 'src/index.ts'), formats: ['es'], fileName: 'plugin' } },
  })) as Rolldown.RolldownOutput[]
  return built!.output[0].code
}
