import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { formatInstant } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Return } from '@/lib/server/record/read-return'

/** Why the record came back, over every page of its correction. */
export function ReturnNotice({ returned, locale }: { returned: Return; locale: Locale }) {
  const t = useTranslations('entry.returned')
  const who = [returned.officeName, returned.actorName].filter(Boolean).join(' ')
  return (
    <Notice tone="warn" title={t('title')}>
      <p className="whitespace-pre-line">{returned.reason}</p>
      <p className="text-muted text-sm">{t('by', { who, when: formatInstant(returned.at, locale) })}</p>
      <p className="text-sm">{t('what')}</p>
    </Notice>
  )
}
