'use client'

import { useEffect, useState } from 'react'
import { Kbd } from './kbd'

const STORAGE_KEY = 'shortcuts'

/**
 * Keyboard shortcuts of a single key: each clicks the link or button with `data-shortcut="<key>"`. They are inactive while the user types
 * and can be turned off, because speech input and tremor trigger keys by mistake (WCAG 2.1.4).
 */
export function Shortcuts({ title, turnOn, keys }: { title: string; turnOn: string; keys: readonly { key: string; text: string }[] }) {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(localStorage.getItem(STORAGE_KEY) !== 'off'), [])
  useEffect(() => {
    if (!on) return
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.target instanceof Element && event.target.closest('input:not([type=checkbox]),textarea,select,[contenteditable]')) return
      const target = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`)
      if (!target) return
      event.preventDefault()
      target.focus()
      target.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
  return (
    <details data-print="no" className="mb-4 text-sm pointer-coarse:hidden">
      <summary data-shortcut="?" className="w-fit py-2 text-accent">
        {title}
        <span className="ml-3 text-muted">
          {keys.slice(0, 4).map(({ key, text }) => (
            <span key={key} className="mr-3 whitespace-nowrap">
              <Kbd>{key.toUpperCase()}</Kbd> {text}
            </span>
          ))}
        </span>
      </summary>
      <ul className="mt-1 space-y-1">
        {keys.map(({ key, text }) => (
          <li key={key}>
            <Kbd>{key.toUpperCase()}</Kbd> {text}
          </li>
        ))}
        <li>
          <label className="inline-flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => {
                setOn(event.target.checked)
                localStorage.setItem(STORAGE_KEY, event.target.checked ? 'on' : 'off')
              }}
              className="size-5 accent-accent"
            />
            {turnOn}
          </label>
        </li>
      </ul>
    </details>
  )
}
