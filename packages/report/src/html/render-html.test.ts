import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { asOf, assess, assessor, readCase, ruleSet } from '../../test/baseline.ts'
import { renderReport } from '../index.ts'
import { escapeHtml, markup } from './markup.ts'

const html = (relationship = readCase('first-customer')) =>
  renderReport(assess(relationship), {
    ruleSet,
    relationship,
    paths: assessor.paths(relationship, { asOf }),
    format: 'html',
  })

test.each([
  ['<script>', '&#60;script&#62;'],
  ['"quoted" & \'single\'', '&#34;quoted&#34; &#38; &#39;single&#39;'],
  ['a\u202Eb\u0000c', 'a b c'],
])('%j is escaped', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped)
})

test('templates escape what is put in, once', () => {
  expect(markup`<p title="${'"'}">${'<b>'}${markup`<i>${'&'}</i>`}</p>`.html).toBe(
    '<p title="&#34;">&#60;b&#62;<i>&#38;</i></p>',
  )
})

test('the policy allows this style sheet and nothing else', () => {
  const page = html()
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  )
  expect(page).not.toMatch(/ style=/)
})

test('the page needs nothing from outside and runs nothing', () => {
  expect(html()).not.toMatch(/<script|<link|<img|<iframe|@import|https?:|\son\w+=/i)
})

test('no markup of a record gets through', () => {
  const page = html(readCase('long-names'))
  expect(page).not.toMatch(/<script|<img|<b>/i)
  expect(page).toContain('<bdi>&#60;script&#62;')
})

test('tags are closed in order', () => {
  const open: string[] = []
  const tags = html(readCase('long-names')).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/gi)
  for (const [, slash, name = '', self] of tags) {
    if (self === '/' || name === 'meta') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) open.push(`not open: ${name}`)
  }
  expect(open).toEqual([])
})

test('ids are unique, and every label points to one', () => {
  const page = html()
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id] of page.matchAll(/ aria-labelledby="([^"]*)"/g)) expect(ids).toContain(id)
})

test('each of the 36 clauses tells its statements, the reason and what was looked at', () => {
  const page = html()
  for (const { clause } of assess({}).clauses) expect(page).toContain(`${clause} `)
  expect(page.match(/class="judged /g)).toHaveLength(144)
  expect(page).toContain('Who keeps the plan up to date: Maren Hollis')
  expect(page).toContain('Held back by: ')
})
