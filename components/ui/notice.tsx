import type { ReactNode } from 'react'
import type { Tone } from './tag'

const TONES: Record<Tone, string> = {
  ok: 'border-ok bg-ok-soft',
  wait: 'border-accent bg-accent-soft',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
  off: 'border-line-strong bg-paper',
}

/** A highlighted message. `live` where it reports the result of an action, so that screen readers announce it. */
export function Notice({
  tone = 'wait',
  title,
  children,
  live = false,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  live?: boolean
}) {
  return (
    <div role={live ? 'status' : undefined} className={`mb-6 border-l-4 px-4 py-3 ${TONES[tone]}`}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  )
}
