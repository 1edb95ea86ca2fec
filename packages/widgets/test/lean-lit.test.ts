import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _$LH as lit } from 'lit/html.js'
import ts from 'typescript-6'
import { expect, test } from 'vitest'
import { markedText } from '../tools/lean-lit/marked-text.ts'

const src = join(import.meta.dirname, '../src')

// the bundle finds the places of values in a simpler way than Lit, which has to find them in every template there may be
test('every template has its values where Lit finds them', () => {
  const templates = globSync('**/*.ts', { cwd: src }).flatMap(templatesIn)
  expect(templates.length).toBeGreaterThan(150)
  for (const { strings, place } of templates) expect(markedText(strings), place).toEqual(asLitMarks(strings))
})

function templatesIn(file: string): { strings: TemplateStringsArray; place: string }[] {
  const source = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const found: { strings: TemplateStringsArray; place: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText()))
      found.push({ strings: stringsOf(node.template), place: `${file}: ${node.getText()}` })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function stringsOf(template: ts.TemplateLiteral): TemplateStringsArray {
  const strings = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]
  return Object.assign(strings, { raw: strings })
}

function asLitMarks(strings: TemplateStringsArray): ReturnType<typeof markedText> {
  const [html, names] = lit._getTemplateHtml(strings, 1)
  const text = (html as unknown as string)
    .replace(/<\?>$/, '')
    .replaceAll(`<${lit._markerMatch}>`, '<!--{}-->')
    .replaceAll(lit._marker, '{}')
    .replaceAll(lit._boundAttributeSuffix, '$')
  return { text, names }
}
