import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** A value that only the browser has; `before` on the server and during hydration. */
export function useBrowser<T, B>(read: () => T, before: B): T | B {
  return useSyncExternalStore<T | B>(never, read, () => before)
}

const yes = () => true

/** Whether scripts run; false on the server and during hydration. For elements that work only with scripts. */
export function useScripts(): boolean {
  return useBrowser(yes, false)
}
