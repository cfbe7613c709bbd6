import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { Actions, PageHead, RuledList, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate } from '@/lib/i18n/format'
import { readCalendarYear } from '@/lib/server/calendar/read-calendar'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { YearMonths } from '../_parts/year-months'
import { endLocalDay } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') }
}

/** A covered year: its notice, its twelve months, its local days. */
export default async function CalendarYearPage({ params }: { params: Promise<{ year: string }> }) {
  const actor = await pageActor('administrator')
  const { year } = await params
  if (!/^\d{4}$/.test(year)) notFound()
  const [row, t, form, locale] = await Promise.all([
    orNotFound(readCalendarYear(actor, Number(year))),
    getTranslations('calendar'),
    formProps(),
    currentLocale(),
  ])
  const local = row.days.filter((day) => day.local)
  return (
    <>
      <PageHead title={t('yearTitle', { year })} back={{ href: '/bureau/calendar', text: t('title') }} />
      <Sheet>
        <SummaryList
          items={[
            { id: 'notice', term: t('notice'), value: row.notice || t('noNotice') },
            { id: 'on', term: t('noticeOn'), value: row.noticeOn ? formatDate(row.noticeOn, locale) : t('unknown') },
            { id: 'source', term: t('source'), value: row.source || t('unknown') },
          ]}
        />
        <Actions>
          <LinkButton href={`/bureau/calendar/new?year=${year}`} kind="secondary">
            {t('change')}
          </LinkButton>
          <LinkButton href={`/bureau/calendar/${year}/local`} kind="secondary">
            {t('addLocal')}
          </LinkButton>
        </Actions>
      </Sheet>
      <Section title={t('localDays')}>
        <Sheet>
          {local.length === 0 ? (
            <p className="text-muted">{t('noLocal')}</p>
          ) : (
            <RuledList>
              {local.map((day) => (
                <li key={day.date} className="flex flex-wrap items-center justify-between gap-x-4">
                  <div>
                    <b>{formatDate(day.date, locale, 'weekday')}</b> {t(day.worked ? 'kinds.worked' : 'kinds.off')} · {day.name}
                    <div className="text-muted text-sm">{day.document}</div>
                  </div>
                  <Form action={endLocalDay} {...form} prefix={day.date}>
                    <HiddenField name="date" value={day.date} />
                    <SubmitButton kind="secondary">{t('endLocal')}</SubmitButton>
                  </Form>
                </li>
              ))}
            </RuledList>
          )}
        </Sheet>
      </Section>
      <Section title={t('months')}>
        <YearMonths year={row.year} days={row.days} />
      </Section>
    </>
  )
}
