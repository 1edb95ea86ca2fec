import { flat } from '../document/text.ts'
import type { ReportDocument, Section } from '../document/blocks.ts'
import { reportWords } from '../words/report-words.ts'
import { patterns } from './bar.ts'
import { blockHtml } from './blocks.ts'
import { directionOf, markup, type Markup } from './markup.ts'
import { styleHash } from './style-hash.ts'
import { style } from './style.ts'

/** What the page needs, as a content security policy: its own style and nothing else. For those who serve it. */
export const htmlPolicy = `default-src 'none'; style-src '${styleHash(style)}'; base-uri 'none'; form-action 'none'`

/** A way from the report to somewhere else. */
export interface ReportLink {
  readonly href: string
  readonly text: string
}

/** The report as one file that needs nothing else: no script, no network; for screens from 320 pixels up, and for paper. */
export function renderHtml(document: ReportDocument, links: readonly ReportLink[] = []): string {
  const { language, title, subtitle, sections } = document
  const { skip } = reportWords(language).frame
  const last = sections.findLastIndex(({ id }) => id === 'provenance')
  const main = sections.filter((_section, index) => index !== last)
  return markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(htmlPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${flat(title)} – ${flat(subtitle)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#headline">${skip}</a>
${patterns}
${linksHtml(links)}${headerHtml(document)}
<main>
${main.map(sectionHtml)}</main>
<footer>
${sections.filter((_section, index) => index === last).map(sectionHtml)}</footer>
</body>
</html>
`.html
}

function linksHtml(links: readonly ReportLink[]): Markup | null {
  if (links.length === 0) return null
  return markup`<nav class="links">${links.map(({ href, text }) => markup`<a href="${href}">${text}</a>`)}</nav>
`
}

function headerHtml({ kind, tag, title, names, language, subtitle, asOf, notice }: ReportDocument): Markup {
  const { figures, frame } = reportWords(language)
  const named = names.map((name, index) => markup`${trusted(index === 0 ? '' : ` ${frame.and} `)}<bdi>${name}</bdi>`)
  return markup`<header>
<p class="brand">${mark}<span>${kind}</span>${tag === '' ? null : markup`<span class="tag">${tag}</span>`}</p>
<h1>${named.length === 0 ? title : named}</h1>
<p class="subtitle">${subtitle} <span class="day">${frame.asOf} <time datetime="${asOf}">${figures.day(asOf)}</time></span></p>
<p class="notice">${notice}</p>
</header>`
}

/** Two boards joined by a dovetail. */
const mark = markup`<svg class="logo" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false"><path class="logo-socket" d="M12 4h14v20H12z"/><path class="logo-tail" d="M2 4h9v7l9-4v14l-9-4v7H2z"/></svg>`

function sectionHtml({ id, title, blocks }: Section): Markup {
  return markup`<section id="${id}" class="section" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${blocks.map((block) => blockHtml(block, 3))}</section>
`
}

/** For text that was written here and needs no escaping. */
function trusted(html: string): Markup {
  return { html }
}
