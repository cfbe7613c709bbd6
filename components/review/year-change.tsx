import { useTranslations } from 'next-intl'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { YearFacts } from './types'

/** The year's hours now and with this record. */
export function YearChange({ year, locale }: { year: YearFacts; locale: Locale }) {
  const t = useTranslations('review')
  const terms = useTranslations('terms')
  const { before, after, required } = year
  const changes = before.total !== after.total || before.professional !== after.professional
  return (
    <>
      <span className="flex flex-wrap gap-x-5 tabular-nums">
        <span>{hours(terms('subjectShort.professional'), before.professional, after.professional, required.professional)}</span>
        <span>{hours(t('total'), before.total, after.total, required.total)}</span>
      </span>
      {changes ? <span className="block text-muted text-sm">{t('changeHint')}</span> : null}
    </>
  )

  function hours(subject: string, from: number, to: number, least: number): string {
    const after = formatNumber(to, locale)
    const required = formatNumber(least, locale)
    return changes
      ? t('change', { subject, before: formatNumber(from, locale), after, required })
      : t('stands', { subject, hours: after, required })
  }
}
