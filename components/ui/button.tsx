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

/** The look of a button, for what must look like one: links, summaries. */
export function buttonClass(kind: ButtonKind = 'primary'): string {
  return `${BASE} ${KINDS[kind]}`
}

/** One primary button a page; `danger` for what takes something away. */
export function Button({ kind = 'primary', className = '', type = 'button', ...rest }: ComponentProps<'button'> & { kind?: ButtonKind }) {
  return <button type={type} className={`${buttonClass(kind)} ${className}`} {...rest} />
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ kind = 'primary', className = '', ...rest }: ComponentProps<typeof TextLink> & { kind?: ButtonKind }) {
  return <TextLink className={`${buttonClass(kind)} ${className}`} {...rest} />
}
