'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { TextLink } from '@/components/ui/link'

const REFRESH_MS = 2_000

/**
 * The progress of a job, as a bar and a text. While the job runs, the page refreshes itself; without scripts the user follows the link.
 * The job runs in the worker, so that the page can be left.
 */
export function JobProgress({
  running,
  done,
  total,
  words,
  refresh,
}: {
  running: boolean
  done: number
  /** null: not counted yet. */
  total: number | null
  /** The text: what has been done and found so far. */
  words: ReactNode
  refresh: { href: string; text: string; label: string }
}) {
  const router = useRouter()
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => router.refresh(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [running, router])
  return (
    <div className="mb-6 border-accent border-l-4 bg-paper px-4 py-3">
      {running ? (
        <progress
          aria-label={refresh.label}
          className="h-3 w-full accent-accent"
          max={Math.max(total ?? 1, 1)}
          value={total === null ? undefined : done}
        />
      ) : null}
      <div role="status">{words}</div>
      {running ? (
        <TextLink href={refresh.href} className="inline-flex min-h-11 items-center">
          {refresh.text}
        </TextLink>
      ) : null}
    </div>
  )
}
