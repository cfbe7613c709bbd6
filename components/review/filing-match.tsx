import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/words/format'
import type { Locale } from '@/lib/words/locales'
import type { FilingFacts } from './types'

/** Whether a professional training was filed, and in time (N3.2). */
export function FilingMatch({ filing, locale }: { filing: FilingFacts; locale: Locale }) {
  const t = useTranslations('review')
  if (!filing.approvedOn) return <Tag tone="bad">{t('filingNone')}</Tag>
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {t('filingApproved', { number: filing.number ?? filing.title, date: formatDate(filing.approvedOn, locale) })}
      <Tag tone={filing.matches ? 'ok' : 'bad'}>{t(filing.matches ? 'filingInTime' : 'filingLate')}</Tag>
    </span>
  )
}
