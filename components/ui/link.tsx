import Link from 'next/link'
import type { ComponentProps } from 'react'
import { LinkPending } from './link-pending'

/** A link inside the portal. Without prefetching, because a queue of fifty rows would otherwise request fifty pages. */
export function TextLink({ children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...rest}>
      {children}
      <LinkPending />
    </Link>
  )
}
