import { useTranslations } from 'next-intl'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

/** The check against rushed terms (N8.1), with its numbers: the share of the largest year in the hours that the term requires. */
export function TermGuard({
  years,
  share,
  warnAt,
  denyAt,
  largest,
  required,
  rush,
  locale,
}: {
  years: number
  share: number
  warnAt: number
  denyAt: number
  largest: { year: number; total: number }
  required: number
  rush: 'warn' | 'deny' | null
  locale: Locale
}) {
  const t = useTranslations('term.guard')
  const percent = (value: number) => `${formatNumber(Math.floor(value * 1000 + 1e-6) / 10, locale)}%`
  if (years < 2) return <p>{t('oneYear')}</p>
  return (
    <>
      <p className={rush === 'deny' ? 'font-semibold text-bad' : rush === 'warn' ? 'font-semibold text-warn' : undefined}>
        {t(rush ?? 'fine', { year: String(largest.year), share: percent(share) })}
      </p>
      <p className="mt-1 text-muted text-sm">
        {t('numbers', {
          year: String(largest.year),
          hours: formatNumber(largest.total, locale),
          required: formatNumber(required, locale),
          warn: percent(warnAt),
          deny: percent(denyAt),
        })}{' '}
        <Clause id="N8.1" />
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-2 text-muted text-sm">
        <StatusTag status="provisional" /> {t('provisional')}
      </p>
    </>
  )
}
