import type { ReactNode } from 'react'

/** White paper on the page's ground, edge to edge on a phone. For what belongs together, not around every paragraph. */
export function Sheet({ children, label, className = '' }: { children: ReactNode; label?: string; className?: string }) {
  return (
    <section
      aria-label={label}
      className={`-mx-4 border-line border-y bg-paper p-4 sm:mx-0 sm:rounded sm:border-x sm:p-6 print:border-0 print:p-0 ${className}`}
    >
      {children}
    </section>
  )
}
