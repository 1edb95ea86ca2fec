import { html, render } from 'lit'
import type { Desk, Page } from './desk.ts'
import { frameView } from './page/frame-view.ts'
import { styleSheet } from './page/style.ts'
import { createSignInPage } from './sign-in/sign-in-page.ts'
import { isKey, keptKey, keyFromAddress } from './sign-in/key-kept.ts'
import { signIn } from './sign-in/sign-in.ts'
import type { FirmService } from './service/firm-service.ts'
import { openerOf } from './routes.ts'
import { speakAsWished, words } from './words/speak.ts'
import { wordsOfProblem } from './words-of-problem.ts'

/** Shows the desk in an element of the page: the way in first, then whatever the part of the address after `#` names. */
export async function startDesk(root: HTMLElement): Promise<void> {
  document.adoptedStyleSheets.push(styleSheet())
  await speakAsWished()
  // a sign-in link that is opened where the desk stands already changes nothing but what follows #
  addEventListener('hashchange', () => isKey(location.hash.slice(1)) && location.reload())
  const given = keyFromAddress() ?? keptKey.get()
  const onSignedIn = (service: FirmService, key: string) => {
    keptKey.set(key)
    openDesk(root, service)
  }
  if (given === undefined) {
    createSignInPage(root, onSignedIn).draw()
    return
  }
  render(html`<main id="main" class="form"><p class="quiet" role="status">${words().frame.wait}</p></main>`, root)
  void signIn(given).then((found) => {
    if ('problem' in found) {
      keptKey.drop()
      createSignInPage(root, onSignedIn).draw(found.problem)
    } else if (found.isNew) createSignInPage(root, onSignedIn).showNew(found)
    else onSignedIn(found.service, found.key)
  })
}

interface Shown {
  page: Page | undefined
  said: string
  problem: string
  isBusy: boolean
}

function openDesk(root: HTMLElement, service: FirmService): void {
  const shown: Shown = { page: undefined, said: '', problem: '', isBusy: false }
  const signOut = () => {
    keptKey.drop()
    location.hash = ''
    location.reload()
  }
  const redraw = () => render(frameView({ ...shown, firm: service.firm, path: pathNow(), signOut }), root)
  const run: Desk['run'] = async (work) => {
    Object.assign(shown, { isBusy: true, problem: '', said: '' })
    redraw()
    try {
      await work()
    } catch (error) {
      shown.problem = wordsOfProblem(error)
    }
    shown.isBusy = false
    redraw()
  }
  const say = (text: string) => {
    shown.said = text
    redraw()
  }
  const desk: Desk = { service, today: today(), redraw, run, say }
  const show = (isFirst: boolean) =>
    run(async () => {
      const path = pathNow()
      await shown.page?.leave?.()
      const page = await openerOf(path)(desk, path)
      if (path.join('/') !== pathNow().join('/')) return
      shown.page = page
      document.title = `${page.title} – ${service.firm.name}`
      redraw()
      scrollTo(0, 0)
      // who reads by ear or works by keyboard is led to what is new
      if (!isFirst) root.querySelector<HTMLElement>('h1')?.focus()
    })
  addEventListener('hashchange', () => void show(false))
  void show(true)
}

/** `#/relationship/…/plan` → `['relationship', '…', 'plan']`. */
function pathNow(): readonly string[] {
  return location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
}

function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
