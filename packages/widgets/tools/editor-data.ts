import type { ElementDocs, Property } from './element-docs.ts'

/** What VS Code knows about tags and attributes (`html.customData`). */
export function htmlCustomData(elements: readonly ElementDocs[]): object {
  return {
    version: 1.1,
    tags: elements.map(({ tag, description, properties }) => ({
      name: tag,
      description,
      attributes: attributesOf(properties).map(({ attribute, description: what, type }) => ({
        name: attribute,
        description: what,
        values: valuesOf(type)?.map((name) => ({ name })),
      })),
    })),
  }
}

/** What the editors of JetBrains know about tags, attributes, slots, parts and custom properties. */
export function webTypes(elements: readonly ElementDocs[]): object {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: '@joinery/widgets',
    // the package around it says which version it is
    version: '0.0.0',
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(webTypesElement) } },
  }
}

function webTypesElement({ tag, description, properties, events, slots, parts, cssProperties }: ElementDocs): object {
  return {
    name: tag,
    description,
    attributes: attributesOf(properties).map(({ attribute, description: what, type }) => ({
      name: attribute,
      description: what,
      value: { type },
    })),
    slots: slots.map(({ name, description: what }) => ({ name: name === '' ? 'default' : name, description: what })),
    js: {
      properties: properties.map(({ name, description: what, type }) => ({ name, description: what, type })),
      events,
    },
    css: { parts, properties: cssProperties },
  }
}

type WithAttribute = Property & { readonly attribute: string }

function attributesOf(properties: readonly Property[]): WithAttribute[] {
  return properties.filter((property): property is WithAttribute => property.attribute !== undefined)
}

/** `'bars' | 'radar'` as the values that an editor can offer. */
function valuesOf(type: string): string[] | undefined {
  const values = [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value!)
  return values.length === 0 ? undefined : values
}
