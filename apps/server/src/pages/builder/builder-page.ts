import { html, page, when, type Html } from '../page.ts'
import type { RuleFiles } from '../rule-files.ts'
import { notBuilt, type WidgetFiles } from '../widget-files.ts'
import { builderLanguages, missingIn, type Choice } from './choice.ts'
import { colour, radios, select, tick, type Options } from './fields.ts'
import { frameAddress, snippetOf } from './snippet.ts'

export interface Built {
  readonly choice: Choice
  readonly rules: RuleFiles
  readonly widgets: WidgetFiles | undefined
  /** Address of the service as the visitor sees it. */
  readonly origin: string
  /** As it was asked for, to ask for the folder too. */
  readonly query: string
}

/** What changes with the choice: for the page, and for the script that keeps it up to date. */
export function madeOf({ choice, widgets, origin, query }: Built) {
  return {
    snippet: snippetOf(choice, origin, widgets),
    preview: frameAddress(choice, ''),
    folder: `/builder/folder.zip${query}`,
    missing: missingIn(choice) ?? '',
  }
}

/** Puts an embedding together. A plain form does all of it; a script only saves the button. */
export function builderPage(built: Built): string {
  const { widgets } = built
  const { snippet, preview, folder, missing } = madeOf(built)
  const body = html`<header class="wide">
      <h1>Put the check on your own site</h1>
      <p class="lead">Choose, look, copy. It takes five minutes, and nobody has to write a program.</p>
    </header>
    <main class="wide">
      ${when(widgets === undefined, () => html`<p class="note">${notBuilt}</p>`)}
      <div class="builder">
        <form id="choices" method="get" action="/builder">${choices(built)}</form>
        <section aria-label="Result">
          <h2>This is how it looks</h2>
          <div class="shown"><iframe id="preview" src="${preview}" title="Preview"></iframe></div>
          <h2>Paste this into your page</h2>
          <p id="missing" class="why" role="status">${missing}</p>
          <pre tabindex="0" aria-label="What to paste"><code id="snippet">${snippet}</code></pre>
          <div class="buttons" id="copying"><span role="status" id="copied"></span></div>
          <h2>Or take it all with you</h2>
          <p>
            One folder with the page, the program and the questions. Unpack it, upload it to your web space, done: it
            runs without us, and answers stay on the visitor’s device.
          </p>
          <p><a class="button" id="folder" href="${folder}" download>Download the folder (ZIP)</a></p>
        </section>
      </div>
    </main>
    <footer class="wide">
      <p>A result is a self-assessment: neither an audit nor a mark of approval. <a href="/">About this service</a></p>
    </footer>`
  return page('Put the check on your own site – Joinery', body, {
    head: html`<script type="module" src="/assets/builder.js"></script>`,
  })
}

function choices({ choice, rules }: Built): Html {
  const { rule, scope, lang, way, keeping, keyText, pinned, look } = choice
  const scopes = rule.ruleSet.document.scopes ?? []
  const ownColours = look.accent !== undefined
  return html`<h2>Choose</h2>
    ${select('rules', 'Which check?', { chosen: rule.ruleSet.id, options: titlesOf(rules) })}
    ${when(scopes.length > 1, () => select('scope', 'Where does it begin?', { chosen: scope, options: scopes.map(({ id, title }) => [id, title]) }))}
    ${select('lang', 'In which language?', { chosen: lang ?? '', options: [['', 'As the page it stands in'], ...Object.entries(builderLanguages)] })}
    ${radios('way', 'What does your site allow?', { chosen: way, options: ways })}
    ${radios('keeping', 'Where are answers kept?', { chosen: keeping, options: keepings })}
    <div class="field for-service">
      <label class="name" for="key">Key for pages</label>
      <span class="hint">It begins with pk_; your association makes it.</span>
      <input id="key" name="key" type="text" autocomplete="off" spellcheck="false" value="${keyText}" />
    </div>
    ${tick('own', { label: 'Use your own colours', isOn: ownColours })}
    <div class="field swatches">
      ${colour('accent', 'Buttons', look.accent ?? '#0d5e63')} ${colour('paper', 'Background', look.paper ?? '#ffffff')}
      ${colour('ink', 'Text', look.ink ?? '#14212b')}
    </div>
    ${tick('pinned', {
      label: 'Exactly this version, for ever',
      isOn: pinned,
      hint: 'For sites that check every program. You will not get improvements by themselves.',
    })}
    <div class="buttons"><button id="show">Show</button></div>`
}

function titlesOf(rules: RuleFiles): readonly (readonly [string, string])[] {
  return [...rules].map(([id, { ruleSet }]) => [id, ruleSet.document.title])
}

const ways: Options<readonly [string, string, string]>['options'] = [
  ['script', 'Scripts', 'WordPress, plain HTML, most others. Looks like a part of your page.'],
  ['frame', 'Only frames', 'Wix, Squarespace and other kits.'],
]

const keepings: Options<readonly [string, string, string]>['options'] = [
  ['device', 'On the visitor’s own device', 'Nothing is sent anywhere. The simplest, and what most people trust.'],
  [
    'service',
    'With this service',
    'People can go on elsewhere, and fill it in without scripts. Needs a key for pages.',
  ],
]
