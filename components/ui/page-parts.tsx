import type { ReactNode } from 'react'
import { TextLink } from './link'

/** The head of a page: a link back, the title, and one sentence under it. */
export function PageHead({ title, lead, back }: { title: ReactNode; lead?: ReactNode; back?: { href: string; text: string } }) {
  return (
    <div className="mb-6">
      {back ? (
        <TextLink href={back.href} className="inline-flex min-h-11 items-center text-sm" data-print="no">
          <span aria-hidden="true" className="mr-1">
            ‹
          </span>
          {back.text}
        </TextLink>
      ) : null}
      <h1 className="text-2xl">{title}</h1>
      {lead ? <div className="mt-1.5 max-w-text text-muted">{lead}</div> : null}
    </div>
  )
}

/** The page's content with a narrow column beside it for the next step. On a phone the narrow column comes first unless `asideLast`. */
export function Columns({
  children,
  aside,
  label,
  asideLast = false,
}: {
  children: ReactNode
  aside: ReactNode
  label: string
  asideLast?: boolean
}) {
  return (
    <div className="grid items-start gap-6 md:grid-cols-[minmax(0,1fr)_20rem] care:md:grid-cols-1 care:lg:grid-cols-[minmax(0,1fr)_18rem]">
      <aside aria-label={label} className={`min-w-0 ${asideLast ? 'order-1' : '-order-1'} md:order-1 care:md:-order-1 care:lg:order-1`}>
        {aside}
      </aside>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

/** A part of a page under its own heading. */
export function Section({
  title,
  children,
  id,
  className = '',
}: {
  title: ReactNode
  children: ReactNode
  id?: string
  className?: string
}) {
  return (
    <section id={id} className={`mt-9 first:mt-0 ${className}`}>
      <h2 className="mb-3 text-lg">{title}</h2>
      {children}
    </section>
  )
}

/** The next step, marked by a line in the accent colour, with its button. */
export function NextStep({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="border-accent border-l-4 py-0.5 pl-4">
      <div>{children}</div>
      {action ? <div className="mt-3 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  )
}

/** Buttons side by side, wrapping on a phone. */
export function Actions({ children }: { children: ReactNode }) {
  return (
    <div className="mt-6 flex flex-wrap items-center gap-3 not-last:mb-6" data-print="no">
      {children}
    </div>
  )
}

/** A plain list with a line between its entries. */
export function RuledList({ children }: { children: ReactNode }) {
  return <ul className="[&>li+li]:border-line [&>li+li]:border-t [&>li]:py-3 [&>li:first-child]:pt-0">{children}</ul>
}
