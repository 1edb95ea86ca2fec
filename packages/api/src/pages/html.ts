import { createHash } from 'node:crypto'

const style = `
:root { color-scheme: light dark; --line: #8884; --soft: #8882 }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem }
a { color: inherit } h2 { margin-top: 3rem } h3 { margin: 2rem 0 .25rem }
code, pre { font: 14px/1.45 ui-monospace, monospace } code { overflow-wrap: anywhere }
pre { background: var(--soft); overflow: auto; padding: .75rem; border-radius: .25rem; max-height: 30rem }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line) }
.method { display: inline-block; min-width: 4.5rem; font-weight: 600 }
nav { columns: 17rem } nav section { break-inside: avoid } nav h2 { font-size: 1rem; margin: 0 0 .25rem } nav ul { margin: 0 0 1rem; padding-left: 1.1rem }
details { margin: .5rem 0 } summary { cursor: pointer }
`

/** A page of the service: its own style, no script, nothing from anywhere else. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>\n`
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
