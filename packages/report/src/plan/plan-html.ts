import { markup, type Markup } from '../html/markup.ts'
import { styleHash } from '../html/style-hash.ts'
import type { EntriesBlock, PlanBlock, PlanDocument, PlanEntry, PlanFact, PlanHeading } from './plan.ts'
import { planStyle } from './plan-style.ts'

/** What the page needs, as a content security policy: its own style and nothing else. For those who serve it. */
export function planPolicy(document: PlanDocument): string {
  return `default-src 'none'; style-src '${styleHash(styleOf(document))}'; base-uri 'none'; form-action 'none'`
}

/** The plan as one file that needs nothing else: no script, no network; for screens from 320 pixels up, and for A4. */
export function planHtml(document: PlanDocument): string {
  const { language, title, names, headings, footer, half, form } = document
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(planPolicy(document))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${[title, ...names].join(' – ')}</title>
<style>${trusted(styleOf(document))}</style>
</head>
<body class="${half} ${form}">
${headerHtml(document)}
<main>
${headings.map(headingHtml(document))}${missingHtml(document)}</main>
<footer>
${half === 'shared' ? signaturesHtml(document) : null}<p>${footer}</p>
</footer>
</body>
</html>
`.html
}

function styleOf({ accent }: PlanDocument): string {
  // the template's parser lets nothing through but six hexadecimal digits
  return accent === undefined ? planStyle : `${planStyle}:root { --accent: ${accent}; }\n`
}

function headerHtml({ title, names, asOf, day, standing }: PlanDocument): Markup {
  const named = names.map((name, index) => markup`${index === 0 ? null : markup` · `}<bdi>${name}</bdi>`)
  return markup`<header>
<h1>${title}</h1>
<p class="names">${named}</p>
<p class="standing"><time datetime="${asOf}">${day}</time>${standing.map((words) => markup` · ${words}`)}</p>
</header>`
}

function headingHtml({ words }: PlanDocument): (heading: PlanHeading) => Markup {
  return ({ key, number, title, blocks }) => markup`<section id="${key}" aria-labelledby="${key}-title">
<h2 id="${key}-title"><span class="number">${number}</span> ${title}</h2>
${blocks.map((block) => blockHtml(block, words.more))}</section>
`
}

function blockHtml(block: PlanBlock, more: string): Markup {
  return block.kind === 'facts'
    ? markup`<dl>${block.facts.map(({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>\n`
    : entriesHtml(block, more)
}

function entriesHtml({ label, entries, more: left }: EntriesBlock, more: string): Markup {
  const rest = left === 0 ? null : markup`<li class="rest">${more.replace('{count}', String(left))}</li>`
  return markup`<h3>${label}</h3>
<ul>${entries.map(entryHtml)}${rest}</ul>
`
}

function entryHtml({ title, facts }: PlanEntry): Markup {
  return markup`<li><span class="what">${title}</span>${facts.map(factHtml)}</li>`
}

function factHtml({ label, value }: PlanFact): Markup {
  return label === ''
    ? markup` <span class="fact">${value}</span>`
    : markup` <span class="fact"><span class="label">${label}</span> ${value}</span>`
}

function missingHtml({ missing, words }: PlanDocument): Markup | null {
  if (missing.length === 0) return null
  const items = missing.map(({ number, title, quickest }) => {
    return markup`<li><span class="what">${number} ${title}</span> <span class="fact">${quickest}</span></li>`
  })
  return markup`<section id="missing" aria-labelledby="missing-title">
<h2 id="missing-title">${words.missing}</h2>
<ul>${items}</ul>
</section>
`
}

function signaturesHtml({ names, words }: PlanDocument): Markup | null {
  if (names.length < 2) return null
  const lines = names.map((name) => markup`<p class="sign">${words.signature.replace('{name}', () => name)}</p>`)
  return markup`<div class="signatures">${lines}</div>
`
}

/** For text that was written here and needs no escaping. */
function trusted(html: string): Markup {
  return { html }
}
