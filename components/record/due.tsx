import { useTranslations } from 'next-intl'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

/** A deadline: working days left, today, or overdue, with its date. `days` are working days, negative where it is overdue. */
export function Due({
  days,
  on,
  locale,
  provisional = false,
  bare = false,
}: {
  days: number
  on: string
  locale: Locale
  /** The year's holidays are not announced yet. */
  provisional?: boolean
  /** Without the date, where it is shown next to it. */
  bare?: boolean
}) {
  const t = useTranslations('common.due')
  const kind = days < 0 ? 'late' : days === 0 ? 'today' : 'left'
  const words = bare ? t(kind, { days: Math.abs(days) }) : t(`${kind}On`, { days: Math.abs(days), date: formatDate(on, locale, 'short') })
  return (
    <span className={kind === 'late' ? 'font-semibold text-bad' : undefined} title={provisional ? t('provisional') : undefined}>
      {words}
      {provisional ? <span className="sr-only"> {t('provisional')}</span> : null}
    </span>
  )
}
