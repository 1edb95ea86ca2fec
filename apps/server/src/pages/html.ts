/** A piece of HTML; everything put into it is escaped unless it is one itself. */
export interface Html {
  readonly html: string
}

type Part = Html | readonly Html[] | string | number

export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { html: String.raw({ raw: parts.map((part) => part) }, ...values.map(textOf)) }
}

function textOf(value: Part): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('')
}

/** Nothing where a condition does not hold. */
export function when(holds: boolean, piece: () => Html): Html {
  return holds ? piece() : html``
}

/** Attributes with their values, a space before each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): Html {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escapeHtml(value)}"`],
  )
  return { html: given.join('') }
}

/** A field for long texts. A line end right after its tag is no part of the text, so one is given away. */
export function textarea(values: Readonly<Record<string, string>>, marks: Html, text: string): Html {
  return { html: `<textarea${attributes(values).html}${marks.html}>\n${escapeHtml(text)}</textarea>` }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!)
}
