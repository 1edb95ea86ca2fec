import type { ReactiveControllerHost } from 'lit'

/** Listens to the window while the element is on the page. */
export function listen<Name extends keyof WindowEventMap>(
  host: ReactiveControllerHost,
  name: Name,
  act: (event: WindowEventMap[Name]) => void,
): void {
  host.addController({
    hostConnected: () => addEventListener(name, act),
    hostDisconnected: () => removeEventListener(name, act),
  })
}
