import type { ReactNode } from 'react'

/** A list with the opened row beside it. On a phone the opened row comes first and the list after it. */
export function Split({ list, children, label }: { list: ReactNode; children: ReactNode; label: string }) {
  return (
    <div className="-mx-4 grid border-line border-y bg-paper sm:mx-0 sm:rounded sm:border-x md:grid-cols-[21rem_minmax(0,1fr)] care:md:grid-cols-1">
      <div className="order-1 min-w-0 border-line border-t md:-order-1 md:border-t-0 md:border-r">
        <nav aria-label={label}>{list}</nav>
      </div>
      <div className="min-w-0 p-4 sm:p-6">{children}</div>
    </div>
  )
}
