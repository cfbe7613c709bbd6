'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonKind, buttonClass } from '@/components/ui/button'
import { useFormWords } from './form'

/** Submits the form. Shows that a submission is pending and ignores clicks meanwhile. `name` and `value` distinguish several buttons. */
export function SubmitButton({
  children,
  kind = 'primary',
  name,
  value,
  shortcut,
}: {
  children: ReactNode
  kind?: ButtonKind
  name?: string
  value?: string
  /** The keyboard shortcut that clicks it, where the page has `Shortcuts`. */
  shortcut?: string
}) {
  const { pending, data } = useFormStatus()
  const words = useFormWords()
  const isSubmitting = pending && (!name || data?.get(name) === value)
  return (
    <button
      type="submit"
      name={name}
      value={value}
      data-shortcut={shortcut}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
      className={buttonClass(kind)}
    >
      {isSubmitting && words ? words.pending : children}
    </button>
  )
}
