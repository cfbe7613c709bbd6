import type { ReactNode } from 'react'

/** Read out, not shown: where the place on the page says it to the eye. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}
