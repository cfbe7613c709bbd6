'use client'

import { useLinkStatus } from 'next/link'

/** A stripe on top of the window while the page behind the link is on its way; it waits a moment, so that quick pages do not flicker. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  if (!pending) return null
  return <span aria-hidden="true" className="link-pending fixed inset-x-0 top-0 z-50 h-1 bg-accent" />
}
