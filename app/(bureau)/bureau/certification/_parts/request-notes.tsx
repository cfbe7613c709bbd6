import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CellNote } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'

/** What is to be known of a request before it is opened: that its authority comes first, that it is the reviewer's own. */
export function RequestNotes({
  waitsForAuthority,
  own,
  children,
}: {
  waitsForAuthority: string | null
  /** What is said of the reviewer's own; null where it is somebody else's. */
  own: string | null
  children?: ReactNode
}) {
  const t = useTranslations('certification.queue')
  return (
    <span className="flex flex-col items-start gap-1.5">
      {waitsForAuthority ? (
        <>
          <Tag tone="wait">{t('authorityFirst')}</Tag>
          <CellNote>{waitsForAuthority}</CellNote>
        </>
      ) : null}
      {children}
      {own ? <Tag tone="off">{own}</Tag> : null}
    </span>
  )
}
