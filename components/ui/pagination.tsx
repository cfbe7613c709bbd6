import { TextLink } from './link'

interface Step {
  href: string
  text: string
}

/** Links through a list that is paged by key: without page numbers, because rows are not counted. Absent where there is only one page. */
export function Pagination({ label, first, next }: { label: string; first?: Step | null; next?: Step | null }) {
  if (!first && !next) return null
  const step = 'inline-flex min-h-11 items-center'
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap justify-between gap-x-6">
      <span className="flex flex-wrap gap-x-6">
        {first ? (
          <TextLink href={first.href} className={step}>
            {first.text}
          </TextLink>
        ) : null}
      </span>
      {next ? (
        <TextLink href={next.href} rel="next" className={step}>
          {next.text}
          <span aria-hidden="true" className="ml-1">
            ›
          </span>
        </TextLink>
      ) : null}
    </nav>
  )
}
