import type { ReactNode } from 'react'
import { TextLink } from '@/components/ui/link'

/** Leads to the page of one act. */
export function ActLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <TextLink href={href} className="-my-2.5 inline-flex min-h-11 items-center">
      {children}
    </TextLink>
  )
}
