import type { ReactNode } from 'react'

/** Additional text that is opened in place, such as an explanation with its clause. Works without scripts. */
export function Disclosure({ summary, children, open = false }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} className="mt-1">
      <summary className="w-fit py-2 text-accent text-sm hover:text-accent-dark hover:underline">{summary}</summary>
      <div className="rounded-tag bg-ground px-3.5 py-2.5 print:px-0">{children}</div>
    </details>
  )
}
