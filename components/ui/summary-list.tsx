import type { ReactNode } from 'react'
import { TextLink } from './link'

export interface SummaryItem {
  id: string
  term: ReactNode
  value: ReactNode
  /** A link to the form that changes this value; `label` is its text for screen readers. */
  change?: { href: string; text: string; label: string }
}

/** Names and values in two columns; with `change` links it is a "check your answers" list. */
export function SummaryList({ items, ruled = false }: { items: readonly SummaryItem[]; ruled?: boolean }) {
  const spacing = ruled ? 'border-line border-b py-3' : 'py-1'
  return (
    <dl>
      {items.map((item) => (
        <div key={item.id} className={`grid gap-x-4 sm:grid-cols-[minmax(7em,28%)_1fr] care:sm:grid-cols-1 ${spacing}`}>
          <dt className="text-muted">{item.term}</dt>
          <dd className="flex justify-between gap-4">
            <div className="min-w-0">{item.value}</div>
            {item.change ? (
              <TextLink
                href={item.change.href}
                aria-label={item.change.label}
                className="-my-2.5 inline-flex min-h-11 shrink-0 items-center"
              >
                {item.change.text}
              </TextLink>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
