import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/i18n/format'
import { type CalendarChangeView, readCalendarChange } from '@/lib/server/calendar/read-calendar'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { MovedTable } from '../../_parts/moved-table'
import { YearMonths } from '../../_parts/year-months'
import { apply } from '../../actions'

interface Properties {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('changeHead') }
}

/** A change before and after it is in force: the year as twelve months, and the deadlines that it moves. */
export default async function CalendarChangePage({ params, searchParams }: Properties) {
  const actor = await pageActor('administrator')
  const [{ id }, { done }, at, t] = await Promise.all([
    params,
    readSearch(searchParams, { done: enumParam(['applied'] as const) }),
    now(),
    getTranslations('calendar'),
  ])
  const change = await orNotFound(readCalendarChange(actor, pathId(id), at))
  const year = String(change.year)
  return (
    <>
      <PageHead title={await titleOf(change)} back={{ href: '/bureau/calendar', text: t('title') }} />
      {done && change.appliedOn ? <Notice tone="ok" live title={t('done', { year, count: change.moved })} /> : null}
      <Standing change={change} />
      <Section title={t(change.appliedOn ? 'movedTitle' : 'wouldMoveTitle')}>
        <Sheet>{change.groups.length > 0 ? <MovedTable groups={change.groups} /> : <p className="text-muted">{t('noneMoved')}</p>}</Sheet>
      </Section>
      <Section title={t('monthsOf', { year })}>
        <YearMonths year={change.year} days={change.days} />
      </Section>
    </>
  )
}

async function titleOf({ content, year }: CalendarChangeView): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('calendar'), currentLocale()])
  if (content.act === 'year') return t('changeYear', { year: String(year), notice: content.notice })
  return t(content.act === 'local' ? 'changeLocal' : 'changeLocalEnd', {
    day: formatDate(content.date, locale, 'weekday'),
    kind: t(content.worked ? 'kinds.worked' : 'kinds.off'),
  })
}

async function Standing({ change }: { change: CalendarChangeView }) {
  const [t, form, locale] = await Promise.all([getTranslations('calendar'), formProps(), currentLocale()])
  const year = String(change.year)
  if (change.appliedOn) return <p>{t('inForceSince', { day: formatDate(change.appliedOn, locale) })}</p>
  if (change.overtaken) {
    return (
      <Notice tone="bad" title={t('overtaken')}>
        <TextLink href={`/bureau/calendar/new?year=${year}`}>{t('lookAgain')}</TextLink>
      </Notice>
    )
  }
  return (
    <ConfirmPanel
      title={t('confirmTitle')}
      consequences={[
        t('willMove', { count: change.moved }),
        ...(change.settled > 0 ? [t('willSettle', { count: change.settled })] : []),
        t('willKeep'),
        t('willCount'),
      ]}
    >
      <Form action={apply} {...form}>
        <HiddenField name="id" value={change.id} />
        <SubmitButton>{t('apply')}</SubmitButton>
      </Form>
    </ConfirmPanel>
  )
}
