import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-parts'
import { YearBars } from '@/components/year/bars'
import type { Locale } from '@/lib/i18n/locales'
import { TermColumns } from './columns'
import { TermGuard } from './guard'
import { TermTable } from './table'
import type { DrawnYear } from './types'
import { drawnYears, largestYear } from './views'

interface TermEvaluation {
  years: readonly number[]
  sources: readonly Omit<DrawnYear, 'open'>[]
  average: { total: number; professional: number }
  totals: { total: number; professional: number }
  required: { total: number; professional: number }
  rush: 'warn' | 'deny' | null
}

/** The figures of a term, for its person, the employer and the certifier: averages, years, and the check against rushed terms (N8.1). */
export function TermFacts({
  standing,
  required,
  guard,
  left = [],
  note,
  locale,
}: {
  standing: TermEvaluation
  /** The minimums of one year. */
  required: { total: number; professional: number }
  guard: { warnAt: number; denyAt: number; share: number }
  /** Years in which hours can still be earned. */
  left?: readonly number[]
  note?: (year: number) => string | null
  locale: Locale
}) {
  const t = useTranslations('term')
  const { average, years, totals } = standing
  const drawn = drawnYears(standing, left)
  return (
    <>
      <Section title={t('averages')}>
        <YearBars
          locale={locale}
          hours={{
            professional: average.professional,
            public: Math.round((average.total - average.professional) * 10) / 10,
            waiting: { professional: 0, public: 0 },
            required,
          }}
        />
        <p className="mt-2 text-muted text-sm">{t('averageOf', { count: years.length })}</p>
      </Section>
      <Section title={t('years')}>
        <TermColumns years={drawn} required={required} locale={locale} />
        <div className="mt-5">
          <TermTable years={drawn} totals={totals} locale={locale} note={note} />
        </div>
      </Section>
      <Section title={t('guard.title')}>
        <TermGuard
          {...guard}
          years={years.length}
          largest={largestYear(standing)}
          required={standing.required.total}
          rush={standing.rush}
          locale={locale}
        />
      </Section>
    </>
  )
}
