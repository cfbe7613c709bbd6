'use client'

import { useLinkStatus } from 'next/link'

/** A bar at the top of the window while the link's page is loading. Appears with a delay, so that it does not flicker for fast pages. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  if (!pending) return null
  return <span aria-hidden="true" className="link-pending fixed inset-x-0 top-0 z-50 h-1 bg-accent" />
}
