import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-tag border border-line-strong bg-paper px-1.5 py-px font-mono text-sm">{children}</kbd>
}
