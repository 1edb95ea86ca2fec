import { noChange } from 'lit'
import { Directive, directive, type PropertyPart } from 'lit/directive.js'

class Live extends Directive {
  render(value: unknown): unknown {
    return value
  }

  override update({ element, name }: PropertyPart, [value]: [unknown]): unknown {
    const held = element as unknown as Record<string, unknown>
    if (held[name] !== value) held[name] = value
    return noChange
  }
}

/** A property as it should be now, whatever a person has done to the control since it was last drawn. */
export const live = directive(Live)
