import { createHash } from 'node:crypto'

const style = `
:root { color-scheme: light dark; --ink: #14212b; --quiet: #50606c; --paper: #fff; --card: #f3f6f6; --line: #d5dde1; --accent: #0d5e63; --edge: #5c9a9d }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef0; --quiet: #a3b1b9; --paper: #10181d; --card: #19242a; --line: #2f3d45; --accent: #7cc7c4; --edge: #3f8a8a } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 system-ui, sans-serif }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 3.5rem } footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--quiet); font-size: .9rem }
h1 { font-size: 2.6rem; line-height: 1.1; margin: 0 0 .75rem; letter-spacing: -.02em } h2 { margin: 3rem 0 .75rem; font-size: 1.35rem }
p { margin: 0 0 1rem; max-width: 44rem } .lead { font-size: 1.2rem } .quiet { color: var(--quiet) }
a { color: var(--accent); text-underline-offset: .15em } a:focus-visible { outline: 3px solid var(--edge); outline-offset: 2px; border-radius: 2px }
code { font: .9em ui-monospace, monospace; background: var(--card); border: 1px solid var(--line); border-radius: .25rem; padding: .05rem .3rem; overflow-wrap: anywhere }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; padding: 0; margin: 0; list-style: none }
.card { display: block; height: 100%; padding: 1.1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; color: inherit; text-decoration: none }
a.card:hover { border-color: var(--edge) } .card b { display: block; color: var(--accent) } .card span { display: block; color: var(--quiet); font-size: .92rem }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th { text-align: left; font-size: .85rem; color: var(--quiet); font-weight: 600 } th, td { padding: .55rem .9rem .55rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.below { margin-top: 1rem } img { vertical-align: middle } meter { width: 9rem; height: .8rem; vertical-align: middle }
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** A page shows only what it holds itself: no script, nothing from elsewhere but images of this service. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** A piece of HTML; everything put into it is escaped unless it is one itself. */
export interface Html {
  readonly html: string
}

export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | readonly Html[] | string | number)[]
): Html {
  return { html: String.raw({ raw: parts.map((part) => part) }, ...values.map(textOf)) }
}

function textOf(value: Html | readonly Html[] | string | number): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('')
}

export function page(title: string, body: Html): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>${body.html}</body></html>
`
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
