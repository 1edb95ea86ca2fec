import { problemTypes, type ProblemCode, type ProblemType } from '../kernel/problem-types.ts'
import { escapeHtml, htmlPage } from './html.ts'

/** The page that a problem's `type` leads to; without a code, the page of them all. */
export function problemsPage(only?: ProblemCode): string {
  const all = Object.entries(problemTypes) as [ProblemCode, ProblemType][]
  const shown = all.filter(([code]) => only === undefined || code === only)
  const back = only === undefined ? '' : '<a href="/problems">All problems</a> '
  const heading = only === undefined ? '<h1>Problems</h1>' : ''
  return htmlPage(
    only ?? 'Problems',
    `${heading}${shown.map((one) => sectionOf(one, only === undefined ? 'h2' : 'h1')).join('')}<p class="links">${back}<a href="/docs">The service</a></p>`,
  )
}

function sectionOf([code, { status, title, about }]: [ProblemCode, ProblemType], heading: 'h1' | 'h2'): string {
  return `<${heading} id="${code}">${escapeHtml(title)}</${heading}><p class="quiet"><code>${code}</code>, status ${status}</p><p>${escapeHtml(about)}</p>`
}
