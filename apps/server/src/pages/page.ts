import { createHash } from 'node:crypto'
import { html, type Html } from './html.ts'
import { style } from './style.ts'

export { attributes, html, when, type Html } from './html.ts'

export interface PageOptions {
  readonly lang?: string | undefined
  /** Only for pages with scripts or frames: what stands in the head. */
  readonly head?: Html | undefined
  /** Shown in a frame of another page: no margins of its own. */
  readonly isFramed?: boolean | undefined
}

/** A whole page in the look of the service. */
export function page(title: string, body: Html, { lang = 'en', head, isFramed = false }: PageOptions = {}): string {
  const direction = lang === 'ar' ? 'rtl' : 'ltr'
  return `<!doctype html>
${
  html`<html lang="${lang}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><link rel="icon" href="/assets/icon.svg"><style>${{ html: style }}</style>${head ?? html``}</head>
<body${isFramed ? html` class="framed"` : html``}>${body}</body></html>
`.html
}`
}

const styleHash = createHash('sha256').update(style).digest('base64')

export interface PolicyOptions {
  /** What a page may do beside showing itself: `script-src 'self'`. */
  readonly more?: readonly string[]
  /** Hashes of further styles. */
  readonly styles?: readonly string[]
  /** Sites on which the page may stand in a frame; nowhere unless told. */
  readonly ancestors?: readonly string[]
}

/** A page shows only what it holds itself: no script, nothing from elsewhere but images of this service. */
export function headersOf({ more = [], styles = [], ancestors = [] }: PolicyOptions = {}) {
  const policy = [
    "default-src 'none'",
    ['style-src', `'sha256-${styleHash}'`, ...styles].join(' '),
    "img-src 'self'",
    "base-uri 'none'",
    frameAncestors(ancestors),
    ...more,
    ...(more.some((directive) => directive.startsWith('form-action')) ? [] : ["form-action 'none'"]),
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  } as const
}

/** Sites that a page may stand on as a part of a policy; none where there are none. */
export function frameAncestors(sites: readonly string[]): string {
  return `frame-ancestors ${sites.length === 0 ? "'none'" : sites.join(' ')}`
}

/** The sites of a key, and this service itself, whose own pages show it too; nowhere where a key has no sites. */
export function framedBy(origins: readonly string[]): readonly string[] {
  return origins.length === 0 ? [] : ["'self'", ...origins]
}

export const pageHeaders = headersOf()
