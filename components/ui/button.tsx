import type { ComponentProps } from 'react'
import { TextLink } from './link'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

const BASE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded px-5 py-2 text-center font-semibold no-underline aria-disabled:cursor-not-allowed aria-disabled:opacity-60'

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-accent text-white hover:bg-accent-dark hover:text-white',
  secondary: 'border border-accent bg-paper text-accent hover:bg-accent-soft',
  quiet: 'px-2 text-accent underline underline-offset-[0.2em] hover:text-accent-dark',
  danger: 'border border-bad bg-paper text-bad hover:bg-bad-soft hover:text-bad',
}

/** The classes of a button, for other elements that look like one: links, summaries. */
export function buttonClass(kind: ButtonKind = 'primary'): string {
  return `${BASE} ${KINDS[kind]}`
}

/** A button. At most one of a page is `primary`; `danger` is for actions that remove or reject something. */
export function Button({ kind = 'primary', className = '', type = 'button', ...rest }: ComponentProps<'button'> & { kind?: ButtonKind }) {
  return <button type={type} className={`${buttonClass(kind)} ${className}`} {...rest} />
}

/** A link that looks like a button; it opens a page and changes nothing. */
export function LinkButton({ kind = 'primary', className = '', ...rest }: ComponentProps<typeof TextLink> & { kind?: ButtonKind }) {
  return <TextLink className={`${buttonClass(kind)} ${className}`} {...rest} />
}
