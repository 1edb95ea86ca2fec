import { css, html, type TemplateResult } from 'lit'

type Heading = (text: unknown, depth?: number, look?: string) => TemplateResult

/** Headings `depth` levels below the first one of an element; the page around knows which one fits. */
export function headingsOf(host: { readonly headingLevel: number }): Heading {
  return (text, depth = 0, look = `h${depth + 1}`) => {
    const level = Math.min(6, (Number(host.headingLevel) || 2) + depth)
    return html`<div role="heading" aria-level=${level} class=${look} part="heading">${text}</div>`
  }
}

export const headings = css`
  [role='heading'] {
    font-family: var(--joinery-heading-font, inherit);
    font-weight: 650;
    text-wrap: balance;
  }
  .h1 {
    font-size: min(1.75em, 7.2cqi);
    line-height: 1.15;
    letter-spacing: -0.015em;
  }
  .h2 {
    font-size: 1.25em;
    line-height: 1.3;
    letter-spacing: -0.005em;
  }
  .h3 {
    font-size: 1em;
    line-height: 1.4;
  }
`
