import { join } from 'node:path'
import { parseRuleSet } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { smallRuleSet } from '../../test/small-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { docsFormats, ruleSetDocs } from './rule-set-docs.ts'

const load = (name: string) => loadRuleSet(join(import.meta.dirname, '../../../../rules', name)).ruleSet!
const names = ['iso-44003', 'example-association', 'supplier-scorecard']

describe.each(names.flatMap((name) => docsFormats.map((format) => [name, format] as const)))(
  '%s as %s',
  (name, format) => {
    const ruleSet = load(name)
    const files = ruleSetDocs(ruleSet, { format })
    const whole = files.map(({ text }) => text).join('\n')

    test('has an index and a page for each principle, and every clause and indicator has its place', () => {
      expect(files).toHaveLength(ruleSet.principles.length + 1)
      const anchors = new Set(Array.from(whole.matchAll(/ id="([^"]+)"/g), ([, id]) => id))
      const ids = ruleSet.principles.flatMap(({ clauses }) =>
        clauses.flatMap(({ id, indicators }) => [id, ...indicators.map((one) => one.id)]),
      )
      for (const id of ids) expect(anchors).toContain(id.replace('/', '_'))
    })

    test('has no link that leads nowhere', () => {
      const links = Array.from(
        whole.matchAll(format === 'html' ? /href="([^"#]+)(?:#([^"]+))?"/g : /\]\(([^)#]+)(?:#([^)]+))?\)/g),
      )
      expect(links.length).toBeGreaterThan(ruleSet.principles.length)
      const textOf = (page?: string) => files.find((file) => file.name === page)?.text ?? 'no such page'
      const dead = links.filter(
        ([, page, anchor]) => !textOf(page).includes(anchor === undefined ? '' : `id="${anchor}"`),
      )
      expect(dead).toEqual([])
      expect(links.map(([, page]) => page).filter((page) => textOf(page) === 'no such page')).toEqual([])
    })
  },
)

test('an indicator says what the record must show, what to do, how long it takes, and where its numbers come from', () => {
  const trust = ruleSetDocs(load('example-association'), { format: 'markdown' }).find(
    ({ name }) => name === 'p07.md',
  )!.text
  const [, own] = trust.split('<a id="assoc.prompt-pay_3"></a>')
  expect(own).toContain('### Level 3, Shared')
  expect(own).toContain('**The record shows it where:**')
  expect(own).toMatch(/: at least 0\.9$/m)
  expect(own).toMatch(/\*\*Next step:\*\* .*half a day/)
  expect(own).toContain('spring meeting of 2026. To be looked at again by 2027-04-30.')
})

test('what a layer changed stands on the index, with its reason', () => {
  const [index] = ruleSetDocs(load('example-association'), { format: 'markdown' })
  expect(index!.text).toMatch(/\| p07: weight \| 1 \| 1\.5 \| example-association \| On site, /)
})

const hostile = '<script>alert(1)</script> [x](javascript:alert(1)) | "><img src=x onerror=alert(1)> `'

test.each(docsFormats)('hostile texts stay text in %s', (format) => {
  const document = smallRuleSet()
  const [principle] = document.reference.principles
  Object.assign(document, { title: hostile, description: hostile })
  Object.assign(principle!, { title: hostile, what: hostile })
  Object.assign(document.practice.indicators[0]!, { statement: hostile, next: hostile })
  for (const { text } of ruleSetDocs(parseRuleSet(document), { format })) {
    expect(text).not.toMatch(/<script|<img|href="javascript/)
    const links = format === 'html' ? [] : Array.from(text.matchAll(/(?<!\\)\]\(([^)]*)/g), ([, target]) => target)
    for (const target of links) expect(target).toMatch(/^(?:index|work)\.md/)
  }
})
