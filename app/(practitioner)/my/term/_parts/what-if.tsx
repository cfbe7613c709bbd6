import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page-parts'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { buildUrl } from '@/lib/server/input/search'
import type { TermView } from '@/lib/server/term/read-term-view'

const CONTROL = 'min-h-11 w-full rounded-tag border border-line-strong bg-paper px-3 py-1.5 text-right tabular-nums'

/** The term as it would be with so many hours in the years to come: a GET form, so that it works without scripts and can be kept. */
export async function WhatIf({ view, locale }: { view: TermView; locale: Locale }) {
  const t = await getTranslations('term.whatIf')
  const { yearsLeft, standing, whatIf, appointment, end } = view
  const here = { appointment: appointment?.id, end }
  const shown = yearsLeft.map((year) => {
    const held = standing?.sources.find((row) => row.year === year)
    const assumed = whatIf?.years.find((row) => row.year === year)
    return { year, total: (assumed ?? held)?.total ?? 0, professional: (assumed ?? held)?.professional ?? 0 }
  })
  return (
    <Section title={t('title')} id="what-if">
      <p className="mb-3 text-muted">{t('lead')}</p>
      <form method="get" action="/my/term#what-if" data-print="no">
        {appointment ? <input type="hidden" name="appointment" value={appointment.id} /> : null}
        {end === null ? null : <input type="hidden" name="end" value={end} />}
        <div className="grid max-w-form gap-3 sm:grid-cols-2">
          {shown.flatMap(({ year, total, professional }) =>
            (
              [
                ['t', 'total', total],
                ['p', 'professional', professional],
              ] as const
            ).map(([prefix, word, value]) => (
              <label key={`${prefix}${year}`} className="block">
                <span className="block text-muted text-sm">{t(word, { year: String(year) })}</span>
                <input name={`${prefix}${year}`} defaultValue={String(value)} inputMode="decimal" autoComplete="off" className={CONTROL} />
              </label>
            )),
          )}
        </div>
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <button type="submit" className={buttonClass('secondary')}>
            {t('apply')}
          </button>
          {whatIf ? (
            <TextLink href={buildUrl('/my/term', here)} className="inline-flex min-h-11 items-center">
              {t('clear')}
            </TextLink>
          ) : null}
        </div>
      </form>
      {whatIf ? (
        <div className="mt-5">
          <Notice tone={whatIf.result.outcome === 'met' ? 'ok' : 'warn'} live title={words(whatIf.result)}>
            {whatIf.result.outcome !== 'rushed' && whatIf.result.rush ? <p>{t('warn', { year: String(whatIf.result.rushYear) })}</p> : null}
          </Notice>
        </div>
      ) : null}
    </Section>
  )

  function words({ outcome, average, required, totals, rushYear }: NonNullable<TermView['whatIf']>['result']): string {
    const missing = (need: number, has: number) => formatNumber(Math.max(0, Math.round((need - has) * 10) / 10), locale)
    if (outcome === 'short')
      return t('short', { total: missing(required.total, totals.total), professional: missing(required.professional, totals.professional) })
    if (outcome === 'rushed') return t('rushed', { year: String(rushYear) })
    return t('met', { total: formatNumber(average.total, locale), professional: formatNumber(average.professional, locale) })
  }
}
