import { useTranslations } from 'next-intl'
import { StatusTag } from '@/components/record/status-tag'
import { WhyLines } from '@/components/record/why'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { RecordContent } from '@/lib/server/record/content'
import type { RecordPreview } from '@/lib/server/record/draft/preview-record'
import { Alternatives } from './alternatives'

/** The hours, where they come from, what they make of the year, and what else it could count as. */
export function Worth({ preview, content, locale }: { preview: RecordPreview; content: RecordContent; locale: Locale }) {
  const t = useTranslations('record')
  const terms = useTranslations('terms')
  const { line, explanation, before, after } = preview
  if (!line || !before || !after) return <p className="text-muted">{t('check.unknown')}</p>
  const number = (value: number) => formatNumber(value, locale)
  const split =
    line.professional > 0 && line.public > 0
      ? t('check.split', { professional: number(line.professional), public: number(line.public) })
      : t(line.public > 0 ? 'check.split_public' : 'check.split_professional')
  return (
    <div>
      <h2 className="text-lg">{t('check.worth')}</h2>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
        <b className="text-2xl tabular-nums">{t('check.hours', { hours: line.counted })}</b>
        <StatusTag status={line.status} />
      </p>
      {line.counted > 0 ? <p className="text-muted">{split}</p> : null}
      {line.reason && line.counted === 0 ? (
        <p className="mt-1 font-semibold text-warn">{t('check.nothing', { reason: terms(`reason.${line.reason}`) })}</p>
      ) : null}
      {line.counted > 0 && line.counted !== line.hours ? (
        <p>{t('check.counted', { hours: number(line.hours), counted: number(line.counted) })}</p>
      ) : null}
      {explanation ? (
        <div className="mt-3 rounded-tag bg-paper px-3.5 py-2.5">
          <WhyLines explanation={explanation} ruleSet={preview.ruleSet ?? ''} locale={locale} />
        </div>
      ) : null}
      <p className="mt-3 tabular-nums">
        {t('check.year', {
          year: String(content.year),
          from: number(before.professional),
          to: number(after.professional),
          required: number(preview.required.professional),
          fromTotal: number(before.total),
          toTotal: number(after.total),
          requiredTotal: number(preview.required.total),
        })}
      </p>
      <p className="text-muted text-sm">{t('check.yearNote')}</p>
      <Alternatives alternatives={preview.alternatives} locale={locale} />
    </div>
  )
}
