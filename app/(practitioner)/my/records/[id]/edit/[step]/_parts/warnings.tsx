import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { formatDate, formatDateRange } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { PreviewWarning } from '@/lib/server/record/draft/preview-warnings'
import type { Alike } from '@/lib/server/record/read-duplicates'

/** The page on which what a warning is about is changed. */
const CHANGED_ON: Partial<Record<PreviewWarning['code'], 'time' | 'filing' | 'about'>> = {
  filing_late: 'filing',
  filing_gone: 'filing',
  filing_differs: 'filing',
  overlapping_days: 'time',
}

/** What to look at twice before submitting: what it means, and what to do. None of it refuses. */
export function Warnings({ id, warnings, locale }: { id: string; warnings: readonly PreviewWarning[]; locale: Locale }) {
  const t = useTranslations('entry.warning')
  const fields = useTranslations('entry.field')
  const kinds = useTranslations('beside.alike')
  if (warnings.length === 0) return null
  const comma = locale === 'en' ? ', ' : '、'
  const alike = (same: readonly Alike[]) => [...new Set(same.map((kind) => kinds(kind)))].join(comma)
  return (
    <Notice tone="warn" title={t('title')}>
      <ul className="mt-2 space-y-3">
        {warnings.map((warning) => {
          const { key, values } = said(warning)
          const step = CHANGED_ON[warning.code]
          return (
            <li key={key}>
              <p className="font-semibold">{t(`${key}.what`, values)}</p>
              <p>{t(`${key}.do`)}</p>
              {step ? (
                <TextLink href={`/my/records/${id}/edit/${step}?from=check`} className="inline-flex min-h-11 items-center">
                  {t(step === 'filing' ? 'choose' : 'change')}
                </TextLink>
              ) : null}
              {linked(warning).map(({ id: other, title }) => (
                <TextLink key={other} href={`/my/records/${other}`} className="mr-4 inline-flex min-h-11 items-center">
                  {title}
                </TextLink>
              ))}
            </li>
          )
        })}
      </ul>
    </Notice>
  )

  function said(warning: PreviewWarning): { key: string; values: Record<string, string> } {
    switch (warning.code) {
      case 'filing_late':
        return {
          key: warning.code,
          values: { approved: formatDate(warning.approvedOn, locale), started: formatDate(warning.startedOn, locale) },
        }
      case 'filing_differs':
        return { key: warning.code, values: { fields: warning.fields.map((name) => fields(name)).join(comma) } }
      case 'overlapping_days': {
        const named = warning.trainings.map((one) => `${one.title} (${formatDateRange(one.startedOn, one.completedOn, locale)})`)
        return { key: warning.code, values: { trainings: named.join(comma) } }
      }
      case 'duplicate_own': {
        const same = alike(warning.records.flatMap((record) => record.same))
        return { key: warning.code, values: { same, records: warning.records.map((record) => record.title).join(comma) } }
      }
      case 'duplicate_other':
        return { key: warning.code, values: { same: alike(warning.same) } }
      case 'no_change':
        return { key: `${warning.code}.${warning.why}`, values: { title: warning.title ?? t('unnamed') } }
      default:
        return { key: warning.code, values: {} }
    }
  }
}

/** One's own records that a warning names. */
function linked(warning: PreviewWarning): { id: string; title: string }[] {
  if (warning.code === 'overlapping_days') return warning.trainings
  return warning.code === 'duplicate_own' ? warning.records : []
}
