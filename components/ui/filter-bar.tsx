import type { ReactNode } from 'react'
import { buttonClass } from './button'
import { TextLink } from './link'

const CONTROL = 'min-h-11 w-full rounded-tag border border-line-strong bg-paper px-3 py-1.5'

/** The filters of a list as a GET form: they are part of the URL, can be bookmarked, and need no scripts. */
export function FilterBar({
  label,
  apply,
  clear,
  action,
  children,
}: {
  label: string
  apply: string
  /** Shown while filters are set. */
  clear?: { href: string; text: string } | null
  action?: string
  children: ReactNode
}) {
  return (
    <search aria-label={label} data-print="no">
      <form method="get" action={action} className="mb-5 flex flex-wrap items-end gap-x-4 gap-y-3">
        {children}
        <button type="submit" className={buttonClass('secondary')}>
          {apply}
        </button>
        {clear ? (
          <TextLink href={clear.href} className="inline-flex min-h-11 items-center">
            {clear.text}
          </TextLink>
        ) : null}
      </form>
    </search>
  )
}

export function FilterText({ name, label, value }: { name: string; label: string; value?: string }) {
  return (
    <label className="min-w-40 flex-1 sm:max-w-72">
      <span className="block text-muted text-sm">{label}</span>
      <input type="search" name={name} defaultValue={value} autoComplete="off" maxLength={100} className={CONTROL} />
    </label>
  )
}

/** A date, entered with the browser's date picker. */
export function FilterDate({ name, label, value }: { name: string; label: string; value?: string }) {
  return (
    <label className="min-w-36 flex-1 sm:flex-none">
      <span className="block text-muted text-sm">{label}</span>
      <input type="date" name={name} defaultValue={value} className={CONTROL} />
    </label>
  )
}

export function FilterSelect({
  name,
  label,
  value = '',
  all,
  options,
}: {
  name: string
  label: string
  value?: string
  /** The text of the option without a filter; left out where one must be chosen. */
  all?: string
  options: readonly { value: string; label: string }[]
}) {
  return (
    <label className="min-w-32 flex-1 sm:flex-none">
      <span className="block text-muted text-sm">{label}</span>
      <select name={name} defaultValue={value} className={CONTROL}>
        {all ? <option value="">{all}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
