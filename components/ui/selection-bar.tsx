'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * Stays in view under a list with the actions for the rows that are ticked, and counts them. Stands inside the list's form; before
 * scripts load it is simply there without the count. `name` is that of the rows' `RowCheck`.
 */
export function SelectionBar({ name, words, children }: { name: string; words: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    const form = bar.current?.closest('form')
    if (!form) return
    const recount = () => setCount(form.querySelectorAll(`input[name="${CSS.escape(name)}[]"]:checked`).length)
    recount()
    form.addEventListener('change', recount)
    return () => form.removeEventListener('change', recount)
  }, [name])
  return (
    <div
      ref={bar}
      data-print="no"
      className="sticky bottom-0 z-10 -mx-4 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6"
    >
      {count === null ? null : (
        <span aria-live="polite" className="font-semibold tabular-nums">
          {words.replace('{count}', String(count))}
        </span>
      )}
      {children}
    </div>
  )
}
