import type { ReactiveControllerHost } from 'lit'

const followers = new Set<() => void>()
let watch: MutationObserver | undefined

/** Calls when a `lang` on the page is set to another language, while the element stands on it. */
export function followLanguage(host: ReactiveControllerHost, act: () => void): void {
  host.addController({
    hostConnected: () => {
      followers.add(act)
      watch ??= new MutationObserver(() => followers.forEach((follow) => follow()))
      watch.observe(document, { subtree: true, attributeFilter: ['lang'] })
    },
    hostDisconnected: () => {
      followers.delete(act)
      if (followers.size === 0) watch?.disconnect()
    },
  })
}
