'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonKind, buttonClass } from '@/components/ui/button'
import { useFormWords } from './form'

/** Sends the form; while it is under way it says so and does nothing more. `name` and `value` tell several buttons apart. */
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
  /** The single key that presses it, where the page has `Shortcuts`. */
  shortcut?: string
}) {
  const { pending, data } = useFormStatus()
  const words = useFormWords()
  const mine = pending && (!name || data?.get(name) === value)
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
      {mine && words ? words.pending : children}
    </button>
  )
}
