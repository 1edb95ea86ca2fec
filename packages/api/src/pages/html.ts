import { createHash } from 'node:crypto'

/** The look of the other pages of the service; nothing is loaded from elsewhere. */
const style = `
:root { color-scheme: light dark; --ink: #14212b; --quiet: #50606c; --paper: #fff; --card: #f3f6f6; --line: #d5dde1; --accent: #0d5e63 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef0; --quiet: #a3b1b9; --paper: #10181d; --card: #19242a; --line: #2f3d45; --accent: #7cc7c4 } }
* { box-sizing: border-box } html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: 17px/1.55 "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: break-word }
a { color: var(--accent); text-underline-offset: .15em } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px }
h1 { font-size: clamp(1.8rem, 1.3rem + 2.2vw, 2.6rem); line-height: 1.12; letter-spacing: -.02em; margin: 1rem 0; text-wrap: balance } h2 { margin: 3.5rem 0 1rem; font-size: 1.45rem } h3 { margin: 0 0 .35rem; font-size: 1.1rem } p, .points { max-width: 46rem } .points { padding-inline-start: 1.2rem } .points li { margin: .35rem 0 } .quiet { color: var(--quiet); font-size: .92rem }
code, pre { font: .86rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace } code { overflow-wrap: anywhere }
pre { background: var(--card); border: 1px solid var(--line); overflow: auto; padding: .75rem 1rem; border-radius: .5rem; max-height: 30rem }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
th { color: var(--quiet); font-size: .85rem; font-weight: 600 } th, td { text-align: start; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line) }
.operation { border-top: 1px solid var(--line); padding: 1.5rem 0 .5rem; scroll-margin-top: 1rem } .operation p { margin: .6rem 0 }
.method { display: inline-block; min-width: 3.6rem; margin-inline-end: .6rem; padding: 0 .5rem; border: 1px solid var(--accent); border-radius: .35rem; color: var(--accent); font-weight: 700; text-align: center }
nav { columns: 17rem; column-gap: 2rem; margin-top: 2.5rem; padding: 1.25rem 1.25rem 0; background: var(--card); border: 1px solid var(--line); border-radius: .75rem } nav section { break-inside: avoid; padding-bottom: 1.25rem } nav h2 { font-size: 1rem; margin: 0 0 .25rem } nav ul { margin: 0; padding: 0; list-style: none } nav a { display: block; padding: .28rem 0; line-height: 1.35; text-decoration: none } nav a:hover { text-decoration: underline }
details { margin: .25rem 0 } summary { display: block; position: relative; min-height: 2.75rem; padding: .6rem 0; padding-inline-start: 1.4rem; color: var(--accent); cursor: pointer } summary::-webkit-details-marker { display: none } summary::before { content: ''; position: absolute; inset-inline-start: .2rem; top: 1.15rem; width: .45rem; height: .45rem; border: solid currentColor; border-width: 0 2px 2px 0; transform: translateY(-2px) rotate(45deg) } details[open] > summary::before { transform: translateY(2px) rotate(-135deg) }
.links { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-top: 2rem } .links a { padding: .6rem 0 }
`

/** A page of the service: its own style, no script, nothing from anywhere else. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>\n`
}

const styleHash = createHash('sha256').update(style).digest('base64')

export const htmlHeaders = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'cache-control': 'public, max-age=300',
} as const

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!)
}
