import type { ElementDocs } from './element-docs.ts'

/** The custom-elements manifest: what tools read to know the elements. https://github.com/webcomponents/custom-elements-manifest */
export function customElementsManifest(elements: readonly ElementDocs[]): object {
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: elements.flatMap((element) => [classModule(element), defineModule(element)]),
  }
}

function classModule(element: ElementDocs): object {
  const { className, module } = element
  const path = `dist/${module}.js`
  return {
    kind: 'javascript-module',
    path,
    declarations: [declaration(element)],
    exports: [{ kind: 'js', name: className, declaration: { name: className, module: path } }],
  }
}

function defineModule({ tag, className, module }: ElementDocs): object {
  return {
    kind: 'javascript-module',
    path: `dist/${module.replace(/[^/]+$/, 'define')}.js`,
    declarations: [],
    exports: [
      {
        kind: 'custom-element-definition',
        name: tag,
        declaration: { name: className, module: `dist/${module}.js` },
      },
    ],
  }
}

function declaration(element: ElementDocs): object {
  const { tag, className, description, properties, methods, events, slots, parts, cssProperties } = element
  return {
    kind: 'class',
    customElement: true,
    name: className,
    tagName: tag,
    description,
    superclass: { name: 'LitElement', package: 'lit' },
    members: [
      ...properties.map(({ name, description: what, type, attribute, isReadonly }) => ({
        kind: 'field',
        name,
        description: what,
        type: { text: type },
        attribute,
        readonly: isReadonly || undefined,
      })),
      ...methods.map(({ name, description: what, returns }) => ({
        kind: 'method',
        name,
        description: what,
        return: { type: { text: returns } },
      })),
    ],
    attributes: properties.flatMap(({ name, description: what, type, attribute }) =>
      attribute === undefined ? [] : [{ name: attribute, fieldName: name, description: what, type: { text: type } }],
    ),
    events: events.map(({ name, description: what }) => ({
      name,
      description: what,
      type: { text: `CustomEvent<JoineryEvents['${name}']>` },
    })),
    slots,
    cssParts: parts,
    cssProperties,
  }
}
