import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { writeYearDays } from '@/lib/calendar/parse-year-days'
import { readCalendarYear, readCoveredYears } from '@/lib/server/calendar/read-calendar'
import { readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { enterYear } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('enterTitle') }
}

/** The days of a year by its notice; of a year that is there, what stands now, to be changed. */
export default async function EnterYearPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [search, covered, t, form] = await Promise.all([
    readSearch(searchParams, { year: textParam() }),
    readCoveredYears(actor),
    getTranslations('calendar'),
    formProps(),
  ])
  const year = /^20\d\d$/.test(search.year) ? search.year : ''
  const given = covered.some((row) => String(row.year) === year) ? await readCalendarYear(actor, Number(year)) : null
  const state = given?.days.filter((day) => !day.local) ?? []
  const days = { off: state.filter((day) => !day.worked), worked: state.filter((day) => day.worked) }
  return (
    <div className="max-w-form">
      <PageHead
        title={given ? t('changeTitle', { year }) : t('enterTitle')}
        lead={t('enterLead')}
        back={given ? { href: `/bureau/calendar/${year}`, text: t('yearName', { year }) } : { href: '/bureau/calendar', text: t('title') }}
      />
      <Sheet>
        <Form action={enterYear} {...form}>
          <TextField name="year" label={t('year')} inputMode="numeric" width="short" defaultValue={year} maxLength={4} />
          <TextField name="notice" label={t('notice')} hint={t('noticeHint')} defaultValue={given?.notice} maxLength={80} />
          <DateField name="noticeOn" label={t('noticeOn')} defaultValue={given?.noticeOn ?? undefined} />
          <TextField name="source" label={t('source')} hint={t('sourceHint')} optional defaultValue={given?.source} maxLength={200} />
          <TextArea name="days" label={t('days')} hint={t('daysHint')} rows={12} defaultValue={writeYearDays(days)} maxLength={3000} />
          <SubmitButton>{t('preview')}</SubmitButton>
        </Form>
      </Sheet>
    </div>
  )
}
