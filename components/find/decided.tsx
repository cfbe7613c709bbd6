import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'

/** The message after a decision, with a link to the decided record, year or list. */
export function Decided({
  title,
  href,
  all = null,
  kind = 'record',
}: {
  title: string
  /** The page of the decided record or year; null where there were several. */
  href: string | null
  /** The list that shows them, where there were several. */
  all?: string | null
  kind?: 'record' | 'year'
}) {
  const t = useTranslations('find')
  const to = href ?? all
  return (
    <Notice tone="ok" live title={title}>
      {to ? (
        <TextLink href={to} className="inline-flex min-h-11 items-center">
          {href ? t(kind === 'year' ? 'openYear' : 'open') : t('all')}
        </TextLink>
      ) : null}
    </Notice>
  )
}
