import { join } from 'node:path'
import { htmlCustomData, webTypes } from './editor-data.ts'
import { readElements, type ElementDocs } from './element-docs.ts'
import { reactTypes, svelteTypes, vueTypes } from './framework-types.ts'
import { customElementsManifest } from './manifest.ts'

const root = join(import.meta.dirname, '..')

export function elementDocs(): ElementDocs[] {
  return readElements(join(root, 'src'))
}

/** Everything that is made from the documentation comments, by path in the package. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const elements = elementDocs()
  return new Map([
    ['generated/custom-elements.json', json(customElementsManifest(elements))],
    ['generated/html-custom-data.json', json(htmlCustomData(elements))],
    ['generated/web-types.json', json(webTypes(elements))],
    ['generated/react.d.ts', reactTypes(elements)],
    ['generated/vue.d.ts', vueTypes(elements)],
    ['generated/svelte.d.ts', svelteTypes(elements)],
  ])
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
