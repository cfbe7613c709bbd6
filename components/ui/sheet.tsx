import type { ReactNode } from 'react'

/** A white box on the page's background, edge to edge on a phone. For content that belongs together, not for every paragraph. */
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
