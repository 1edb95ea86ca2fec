import { declarationsOf } from '../look.ts'
import { attributes, html, type Html } from '../html.ts'
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
${choice.pinned && widgets !== undefined ? pinnedScript(origin, widgets) : loaderScript(origin, frame)}`
}

function pinnedScript(origin: string, widgets: WidgetFiles): string {
  const src = `${origin}/widgets/${widgets.version}/joinery.js`
  const pinned = attributes({ crossorigin: 'anonymous', src, integrity: widgets.integrityOf('joinery.js') })
  return `<script type="module"${pinned.html}></script>`
}

/** What fetches the elements, and shows the frame where that fails. */
function loaderScript(origin: string, frame: string): string {
  return `<script defer${attributes({ src: `${origin}/widgets/loader.js`, 'data-frame': frame }).html}></script>`
}

/** In the order in which people think of them. */
function attributesOf(choice: Choice, origin: string): Html {
  const { rule, scope, lang, look, key } = choice
  const style = declarationsOf(look).join('; ')
  return attributes({
    rules: `${origin}/rules/${rule.ruleSet.id}.json`,
    ...(isKept(choice) ? { api: origin, key } : {}),
    scope,
    lang,
    style: style === '' ? undefined : style,
  })
}
