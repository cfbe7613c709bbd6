import type { ReactNode } from 'react'
import { TextLink } from './link'

/** Links to the views of a page, each with its own URL. */
export function Tabs({ label, items }: { label: string; items: readonly { href: string; text: ReactNode; current: boolean }[] }) {
  return (
    <nav aria-label={label} className="mb-6 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {items.map((item) => (
          <li key={item.href}>
            <TextLink
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className="flex min-h-11 items-center border-transparent border-b-3 text-ink no-underline hover:text-accent hover:underline aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {item.text}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
