import { declarationsOf } from '../look.ts'
import { attributes, html, type Html } from '../html.ts'
import { link, preloadRules, preloads } from '../preloads.ts'
import type { WidgetFiles } from '../widget-files.ts'
import { isKept, type Choice } from './choice.ts'

/** What is to be pasted into a site: HTML for people to read, so every part of it stands on a line of its own. */
export function snippetOf(choice: Choice, origin: string, widgets: WidgetFiles | undefined): string {
  return choice.way === 'frame' ? frameSnippet(choice, origin) : scriptSnippet(choice, origin, widgets)
}

/** The page for frames, with everything chosen; for the preview too. */
export function frameAddress(choice: Choice, origin: string): string {
  const { rule, scope, lang, look, key } = choice
  const id = isKept(choice) ? key! : rule.ruleSet.id
  const query = new URLSearchParams(isKept(choice) ? { rules: rule.ruleSet.id } : {})
  query.set('scope', scope)
  if (lang !== undefined) query.set('lang', lang)
  for (const [name, colour] of Object.entries(look)) if (typeof colour === 'string') query.set(name, colour)
  return `${origin}/embed/${id}?${query.toString()}`
}

function frameSnippet(choice: Choice, origin: string): string {
  const { title } = choice.rule.ruleSet.document
  const frame = attributes({
    src: frameAddress(choice, origin),
    title,
    width: '100%',
    height: '900',
    style: 'border: 0',
    loading: 'lazy',
  })
  return `<iframe data-joinery-frame${frame.html}></iframe>
<!-- where scripts are allowed, the frame becomes as tall as what is in it: -->
<script defer${attributes({ src: `${origin}/widgets/loader.js` }).html}></script>`
}

function scriptSnippet(choice: Choice, origin: string, widgets: WidgetFiles | undefined): string {
  const frame = frameAddress(choice, origin)
  const { document } = choice.rule.ruleSet
  const link = html`<a href="${frame}">${document.title}</a>`
  return `<joinery-assessment${attributesOf(choice, origin).html}>
  ${link.html}
</joinery-assessment>
${choice.pinned && widgets !== undefined ? pinnedScript(choice, origin, widgets) : loaderScript(choice, origin)}`
}

function pinnedScript(choice: Choice, origin: string, widgets: WidgetFiles): string {
  const folder = `${origin}/widgets/${widgets.version}/`
  const parts = isKept(choice) ? ['open-service'] : []
  const ahead = preloads({ widgets, folder, rules: rulesAddress(choice, origin), language: choice.lang, parts })
  const src = `${folder}joinery.js`
  const pinned = attributes({ crossorigin: 'anonymous', src, integrity: widgets.integrityOf('joinery.js') })
  return lines(...ahead, html`<script type="module" ${pinned}></script>`)
}

/** What fetches the elements, and shows the frame where that fails; what never has another address is named ahead. */
function loaderScript(choice: Choice, origin: string): string {
  const loader = attributes({ src: `${origin}/widgets/loader.js`, 'data-frame': frameAddress(choice, origin) })
  return lines(
    preloadRules(rulesAddress(choice, origin)),
    link({ rel: 'modulepreload', href: `${origin}/widgets/joinery.js` }),
    html`<script defer${loader}></script>`,
  )
}

function lines(...pieces: readonly Html[]): string {
  return pieces.map((piece) => piece.html).join('\n')
}

function rulesAddress({ rule }: Choice, origin: string): string {
  return `${origin}/rules/${rule.ruleSet.id}.json`
}

/** In the order in which people think of them. */
function attributesOf(choice: Choice, origin: string): Html {
  const { scope, lang, look, key } = choice
  const style = declarationsOf(look).join('; ')
  return attributes({
    rules: rulesAddress(choice, origin),
    ...(isKept(choice) ? { api: origin, key } : {}),
    scope,
    lang,
    style: style === '' ? undefined : style,
  })
}
