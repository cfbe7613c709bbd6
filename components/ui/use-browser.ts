import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** What only the browser knows, once scripts run there; `before` on the server and while its page is taken over. */
export function useBrowser<T, B>(read: () => T, before: B): T | B {
  return useSyncExternalStore<T | B>(never, read, () => before)
}

const yes = () => true

/** Whether scripts run: what needs them is shown only then. */
export function useScripts(): boolean {
  return useBrowser(yes, false)
}
