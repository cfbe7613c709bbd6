import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { buttonClass } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FilterSelect } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { Section } from '@/components/ui/page-parts'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { TermView } from '@/lib/server/term/read-term-view'
import { isInGroup } from '@/lib/workflow/state-groups'
import { TermRequest } from './request'

/** What to do now, what is left and how to spread it, whether one may apply for the next title, paper of earlier years, moving in. */
export async function TermAside({ view, locale }: { view: TermView; locale: Locale }) {
  const t = await getTranslations('term')
  const common = await getTranslations('common')
  return (
    <>
      <TermRequest view={view} locale={locale} />
      {view.plan ? (
        <Section title={t('plan.title')}>
          {view.planWithPaper && view.plan.kind !== 'fulfilled' ? (
            <>
              <p className="mb-2 font-semibold">{t('plan.withPaper')}</p>
              <Plan plan={view.planWithPaper} locale={locale} />
              <Disclosure summary={t('plan.withoutPaper')}>
                <Plan plan={view.plan} locale={locale} />
              </Disclosure>
            </>
          ) : (
            <Plan plan={view.plan} locale={locale} />
          )}
        </Section>
      ) : null}
      {view.ends.length > 0 ? (
        <Section title={t('endTitle')}>
          <p className="mb-2 text-muted text-sm">{t('endLead')}</p>
          <form method="get" action="/my/term" className="flex flex-wrap items-end gap-3" data-print="no">
            {view.appointment ? <input type="hidden" name="appointment" value={view.appointment.id} /> : null}
            <FilterSelect
              name="end"
              label={t('end')}
              value={String(view.end)}
              options={view.ends.map((year) => ({ value: String(year), label: common('year', { year: String(year) }) }))}
            />
            <button type="submit" className={buttonClass('secondary')}>
              {t('endApply')}
            </button>
          </form>
        </Section>
      ) : null}
      {view.standing ? (
        <Section title={t('ready.title')}>
          <Ready view={view} />
        </Section>
      ) : null}
      <Section title={t('paper.title')}>
        <p>{t('paper.lead', { year: String(view.firstOpenYear) })}</p>
        <p>
          <TextLink href="/my/history" className="inline-flex min-h-11 items-center">
            {t('paper.go')}
          </TextLink>
        </p>
      </Section>
      {view.transfer ? (
        <Section title={t('transfer.title')}>
          <p>
            {view.transfer.from
              ? t('transfer.what', { date: formatDate(view.transfer.on, locale), from: view.transfer.from })
              : t('transfer.whatOpen', { date: formatDate(view.transfer.on, locale) })}
          </p>
          <p className="mt-1">{t('transfer.before')}</p>
          <p className="mt-1">
            {t('transfer.after')}{' '}
            <span className="text-muted text-sm">
              {t('clause')}
              <Clause id="M14.3" />
            </span>
          </p>
        </Section>
      ) : null}
    </>
  )
}

async function Plan({ plan, locale }: { plan: NonNullable<TermView['plan']>; locale: Locale }) {
  const t = await getTranslations('term.plan')
  if (plan.kind === 'fulfilled') return <p>{t('fulfilled')}</p>
  if (plan.kind === 'impossible') return <p className="text-warn">{t(plan.because)}</p>
  const number = (value: number) => formatNumber(value, locale)
  return (
    <>
      <p>{t('missing', { total: number(plan.missing.total), professional: number(plan.missing.professional) })}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5 tabular-nums">
        {plan.years.map(({ year, total, professional }) => (
          <li key={year}>{t('line', { year: String(year), total: number(total), professional: number(professional) })}</li>
        ))}
      </ul>
      {plan.warned ? <p className="mt-2 text-warn">{t('warned')}</p> : null}
    </>
  )
}

async function Ready({ view }: { view: TermView }) {
  const [t, terms] = await Promise.all([getTranslations('term.ready'), getTranslations('terms')])
  const certified = view.term !== null && isInGroup('term', view.term.state, 'certified')
  const met = view.request?.standing.met || certified
  return (
    <>
      <p className={met ? 'font-semibold text-ok' : undefined}>{t(met ? 'yes' : 'not')}</p>
      {certified ? <p className="mt-1">{t('certified')}</p> : null}
      {view.application ? (
        <p className="mt-1">
          {t('applying', {
            year: view.today.slice(0, 4),
            series: view.application.titleSeries,
            level: terms(`titleLevel.${view.application.titleLevel}`),
          })}
        </p>
      ) : null}
      <p className="mt-1 text-muted text-sm">{t('other')}</p>
    </>
  )
}
