import type { ReactNode } from 'react'

/** ok: done; wait: in progress; warn: needs attention; bad: refused or late; off: inactive. */
export type Tone = 'ok' | 'wait' | 'warn' | 'bad' | 'off'

const TONES: Record<Tone, string> = {
  ok: 'text-ok',
  wait: 'text-accent',
  warn: 'text-warn',
  bad: 'text-bad',
  off: 'text-muted',
}

const SHAPES: Record<Tone, string | null> = { ok: '✓', wait: '…', warn: '!', bad: '✕', off: null }

/** A state as a word with a colour and a shape, so that it does not depend on the colour alone. */
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
