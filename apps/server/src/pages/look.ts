import { createHash } from 'node:crypto'
import { html, type Html } from './html.ts'

/** Colours of an association, for the elements: written as `#rrggbb` and nothing else. */
export interface Look {
  readonly accent: string | undefined
  readonly paper: string | undefined
  readonly ink: string | undefined
}

const lookNames = ['accent', 'paper', 'ink'] as const

/** Reads colours from an address; what is no colour is left out. */
export function readLook(given: Readonly<Record<string, string | undefined>>): Look {
  const [accent, paper, ink] = lookNames.map((name) => {
    const colour = given[name]
    return colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : undefined
  })
  return { accent, paper, ink }
}

/** The custom properties of a look, as the elements take them; text on the accent is whichever of black and white reads better. */
export function declarationsOf({ accent, paper, ink }: Look): readonly string[] {
  return [
    ...(accent === undefined ? [] : [`--joinery-accent: ${accent}`, `--joinery-on-accent: ${textOn(accent)}`]),
    ...(accent === undefined ? [] : [`--joinery-accent-soft: color-mix(in srgb, ${accent} 14%, ${paper ?? 'Canvas'})`]),
    ...(paper === undefined ? [] : [`--joinery-paper: ${paper}`]),
    ...(ink === undefined ? [] : [`--joinery-ink: ${ink}`]),
  ]
}

/** The look as a style of the page, and the hash by which the page's policy knows it. */
export function accentHead(look: Look): { readonly head: Html; readonly policy: readonly string[] } {
  const declarations = declarationsOf(look)
  if (declarations.length === 0) return { head: html``, policy: [] }
  const style = `joinery-assessment { ${declarations.join('; ')} }`
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    head: html`<style>
      ${{ html: style }}
    </style>`,
    policy: [`'sha256-${hash}'`],
  }
}

/** How much lighter one colour is than another, from 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((left, right) => right - left)
  return (light! + 0.05) / (dark! + 0.05)
}

function textOn(colour: string): string {
  return contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000'
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
