import type { RuleSet } from '@joinery/core'
import type { Hono } from 'hono'
import { html, page, pageHeaders, type Html } from './page.ts'

/** Shows the page at the root of the service, unless something else is shown there already. It works without JavaScript. */
export function addHomePage(app: Hono, ruleSets: readonly RuleSet[]): void {
  app.get('/', (context) => context.body(homePage(ruleSets), 200, pageHeaders))
}

/** What stands at the root of the service: what it is, and where to go. */
export function homePage(ruleSets: readonly RuleSet[], shown: Html = html``): string {
  return page(
    'Joinery',
    html`<header>
        <h1>Joinery</h1>
        <p class="lead">
          How mature is a business relationship, principle by principle, how sure is that, and what is the next step?
        </p>
      </header>
      <main>
        ${shown}
        <h2>For your own site</h2>
        <ul class="cards">
          ${[
            card({
              href: '/builder',
              name: 'Put the check on your site',
              about: 'Choose, look, copy; or take a folder for your web space',
            }),
            ...ruleSets.map(tryCard),
          ]}
        </ul>
        <h2>For developers</h2>
        <ul class="cards">
          ${[...cards, ...ruleSets.map(ruleSetCard)].map(card)}
        </ul>
      </main>
      <footer>
        <p>
          A result is a self-assessment in line with the intent of ISO 44003: neither an audit nor a mark of approval.
        </p>
      </footer>`,
  )
}

interface Card {
  readonly href: string
  readonly name: string
  readonly about: string
}

const cards: readonly Card[] = [
  { href: '/docs', name: 'The API', about: 'Every operation, its fields and its problems' },
  { href: '/openapi.json', name: 'OpenAPI', about: 'The same for programs, as OpenAPI 3.1' },
  { href: '/problems', name: 'Problems', about: 'What each error means, and what to do' },
  { href: '/readyz', name: 'Ready?', about: 'Whether the service can work just now' },
]

function tryCard({ id, document }: RuleSet): Html {
  return card({ href: `/embed/${id}`, name: document.title, about: 'Fill it in here; answers stay on your device' })
}

function ruleSetCard({ id, version, hash }: RuleSet): Card {
  return { href: `/v1/bundles/${hash}`, name: `Rule set ${id}`, about: `Version ${version}, as one JSON document` }
}

function card({ href, name, about }: Card): Html {
  return html`<li>
    <a class="card" href="${href}"><b>${name}</b><span>${about}</span></a>
  </li>`
}
