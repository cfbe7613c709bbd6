import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'

/** What is now the case after a decision, and where what was decided is found again. */
export function Decided({
  title,
  href,
  all = null,
  kind = 'record',
}: {
  title: string
  /** The one thing that was decided; null where there were several. */
  href: string | null
  /** Where several are found. */
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
