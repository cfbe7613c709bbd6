import type { ReactNode } from 'react'

/** ok: done; wait: something runs; warn: look at it; bad: refused or late; off: no longer matters. */
export type Tone = 'ok' | 'wait' | 'warn' | 'bad' | 'off'

const TONES: Record<Tone, string> = {
  ok: 'text-ok',
  wait: 'text-accent',
  warn: 'text-warn',
  bad: 'text-bad',
  off: 'text-muted',
}

const SHAPES: Record<Tone, string | null> = { ok: '✓', wait: '…', warn: '!', bad: '✕', off: null }

/** A state in a word, a colour and a shape, so that none of them stands alone. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`inline-block sm:whitespace-nowrap rounded-tag border border-current bg-paper px-2 py-px text-sm ${TONES[tone]}`}>
      {SHAPES[tone] ? (
        <span aria-hidden="true" className="mr-1">
          {SHAPES[tone]}
        </span>
      ) : null}
      {children}
    </span>
  )
}
