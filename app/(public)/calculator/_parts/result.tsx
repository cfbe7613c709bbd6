import { useTranslations } from 'next-intl'
import { YearBars } from '@/components/year/bars'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { publicDeadlineOf } from '@/lib/rules/lookup'
import type { CalculatorAnswer } from './answer-of'

/** The year in a sentence and its two bars. */
export function Result({ answer, locale }: { answer: CalculatorAnswer; locale: Locale }) {
  const t = useTranslations('calculator.result')
  const { result, ruleSet } = answer
  const required = { total: result.required.total ?? 0, professional: result.required.professional ?? 0 }
  const deadline = publicDeadlineOf(ruleSet, result.year)
  return (
    <>
      <p role="status" className="mb-4 max-w-text font-semibold text-lg">
        {sentence()}
      </p>
      <YearBars
        hours={{
          professional: result.totals.professional,
          public: result.totals.public,
          waiting: { professional: 0, public: 0 },
          required,
        }}
        locale={locale}
      />
      {deadline && !result.met ? (
        <p className="mt-2 text-muted text-sm">{t('deadline', { year: String(result.year), date: formatDate(deadline.until, locale) })}</p>
      ) : null}
    </>
  )

  function sentence(): string {
    const year = String(result.year)
    const { shortfall, totals } = result
    if (result.lines.length === 0) return t('empty', { year, ...required })
    if (result.met) return t('met', { year, total: totals.total, professional: totals.professional })
    if (shortfall.professional > 0)
      return t('both', { year, total: Math.max(shortfall.total, shortfall.professional), professional: shortfall.professional })
    if (shortfall.total > 0) return t('total', { year, total: shortfall.total })
    return t('public', { year, hours: shortfall.public })
  }
}
