import { useTranslations } from 'next-intl'
import { formatDate, formatNumber } from '@/lib/words/format'
import type { Locale } from '@/lib/words/locales'
import type { YearHours } from './bars'

/** What is missing, in words: now, and once everything that waits is confirmed; until when each subject can be earned. */
export function Missing({
  hours,
  until,
  locale,
}: {
  hours: YearHours
  until?: { professional: string; public: string } | null
  locale: Locale
}) {
  const t = useTranslations('views.year.missing')
  const number = (value: number) => formatNumber(value, locale)
  const { required, waiting } = hours
  const professional = Math.max(0, required.professional - hours.professional)
  const total = Math.max(0, required.total - hours.professional - hours.public)
  const pending = waiting.professional + waiting.public
  const professionalThen = Math.max(0, professional - waiting.professional)
  const totalThen = Math.max(0, total - pending)
  const met = professional === 0 && total === 0
  return (
    <>
      <p>{missingWords()}</p>
      {!met && pending > 0 ? (
        <p>{t(thenKey(), { hours: number(pending), professional: number(professionalThen), total: number(totalThen) })}</p>
      ) : null}
      {!met && until ? (
        <p className="text-muted">
          {t('until', {
            professional: t('untilProfessional', { date: formatDate(until.professional, locale) }),
            public: t('untilPublic', { date: formatDate(until.public, locale) }),
          })}
        </p>
      ) : null}
    </>
  )

  function thenKey(): string {
    if (professionalThen === 0 && totalThen === 0) return 'waitingEnough'
    if (professionalThen === 0) return 'waitingTotal'
    return totalThen === 0 ? 'waitingProfessional' : 'waitingBoth'
  }

  function missingWords(): string {
    if (met) return t('none')
    if (professional > 0 && total > professional) return t('both', { total: number(total), professional: number(professional) })
    return professional > 0 ? t('professional', { hours: number(professional) }) : t('total', { hours: number(total) })
  }
}
