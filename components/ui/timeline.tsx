import type { ReactNode } from 'react'

export interface TimelineItem {
  id: string
  when: ReactNode
  title: ReactNode
  /** Additional text: a reason, dates, a count. */
  note?: ReactNode
  /** The next step, which has not happened yet. */
  open?: boolean
}

/** Past events, oldest first, optionally followed by the next step. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol aria-label={label} className="pl-2">
      {items.map((item) => (
        <li
          key={item.id}
          className={`relative border-l-2 pb-5 pl-6 last:pb-0 ${item.open ? 'border-transparent' : 'border-line last:border-transparent'}`}
        >
          <span
            aria-hidden="true"
            className={`absolute top-2 -left-[7px] size-3 rounded-full ${item.open ? 'border-2 border-accent bg-paper' : 'bg-accent'}`}
          />
          <div className={item.open ? 'font-semibold' : undefined}>
            <span className="mr-3 tabular-nums">{item.when}</span>
            {item.title}
          </div>
          {item.note ? <div className="text-muted text-sm">{item.note}</div> : null}
        </li>
      ))}
    </ol>
  )
}
