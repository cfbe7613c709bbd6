'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * The actions for the selected rows of a list and their number. Sticks to the bottom of the window; belongs inside the list's form. Without
 * scripts it has no number. `name` is that of the rows' `RowCheck`.
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
