'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { LinkPending } from '@/components/ui/link-pending'

/** A navigation link that knows whether the page shown belongs to it. */
export function NavLink({
  href,
  exact,
  also,
  children,
}: {
  href: string
  exact: boolean
  /** Another address whose pages belong to it. */
  also: string | null
  children: ReactNode
}) {
  const path = usePathname()
  const here = path === href
  const within = here || [exact ? null : href, also].some((room) => room !== null && `${path}/`.startsWith(`${room}/`))
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? 'page' : within ? 'true' : undefined}
      className="relative flex min-h-11 items-center whitespace-nowrap text-ink no-underline hover:text-accent hover:underline aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:after:absolute aria-[current]:after:inset-x-0 aria-[current]:after:bottom-0 aria-[current]:after:h-0.75 aria-[current]:after:bg-accent md:min-h-16"
    >
      {children}
      <LinkPending />
    </Link>
  )
}
