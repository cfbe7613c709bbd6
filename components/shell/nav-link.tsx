'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { LinkPending } from '@/components/ui/link-pending'

/** A navigation link that is marked where the current page belongs to it. */
export function NavLink({
  href,
  exact,
  also,
  children,
}: {
  href: string
  exact: boolean
  /** Another path whose pages belong to it. */
  also: string | null
  children: ReactNode
}) {
  const path = usePathname()
  const isCurrent = path === href
  const isWithin = isCurrent || [exact ? null : href, also].some((parent) => parent !== null && `${path}/`.startsWith(`${parent}/`))
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? 'page' : isWithin ? 'true' : undefined}
      className="relative flex min-h-11 items-center whitespace-nowrap text-ink no-underline hover:text-accent hover:underline aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:after:absolute aria-[current]:after:inset-x-0 aria-[current]:after:bottom-0 aria-[current]:after:h-0.75 aria-[current]:after:bg-accent md:min-h-16"
    >
      {children}
      <LinkPending />
    </Link>
  )
}
