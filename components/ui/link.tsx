import Link from 'next/link'
import type { ComponentProps } from 'react'
import { LinkPending } from './link-pending'

/** A link inside the portal. Nothing is fetched before it is followed: a queue of fifty rows asks for fifty pages otherwise. */
export function TextLink({ children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...rest}>
      {children}
      <LinkPending />
    </Link>
  )
}
