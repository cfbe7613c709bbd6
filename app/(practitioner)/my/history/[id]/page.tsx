import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '@/components/forms/error-summary'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { EvidenceList } from '@/components/record/evidence-list'
import { evidenceViews } from '@/components/record/evidence-views'
import { StateTag } from '@/components/record/state-tag'
import { EventTimeline } from '@/components/record/timeline'
import { buttonClass } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { formatNumber } from '@/lib/i18n/format'
import { FILE_PROBLEMS } from '@/lib/server/files/accept-evidence'
import { readMyHistoricYear } from '@/lib/server/historic/read-my-history'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { currentLocale, formProps, newFormKey } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import type { EventOf } from '@/lib/workflow/events'
import { HoursFields } from '../_parts/hours-fields'
import { enter } from '../actions'
import { HistoricNow } from './_parts/now'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('historic.mine'))('title') }
}

const shape = {
  done: enumParam(['added', 'saved', 'submitted', 'withdrawn']),
  problem: enumParam([...FILE_PROBLEMS, 'file_lost']),
}

/** One past year on paper: its numbers, its scan, handing it in. */
export default async function HistoricYearPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const [actor, { id }, search, t, record, form, locale] = await Promise.all([
    pageActor('practitioner'),
    params,
    readSearch(searchParams, shape),
    getTranslations('historic.mine'),
    getTranslations('record'),
    formProps(),
    currentLocale(),
  ])
  const year = await orNotFound(readMyHistoricYear(actor, id))
  const number = (value: number) => formatNumber(value, locale)
  const back = `/my/history/${year.id}`
  return (
    <>
      <PageHead
        title={t('yearTitle', { year: String(year.year) })}
        lead={<StateTag machine="historic" state={year.state} />}
        back={{ href: '/my/history', text: t('back') }}
      />
      {search.problem ? (
        <ErrorSummary
          result={{ status: 'error', key: '', values: {}, fields: { file: record(`evidence.problem.${search.problem}`) } }}
          words={form.words}
          prefix=""
        />
      ) : null}
      {search.done && !search.problem ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      {year.outsideTerms ? <Notice tone="warn" title={t('outsideTerms')} /> : null}
      <Columns label={t('now')} aside={<HistoricNow year={year} />}>
        <Sheet>
          <Section title={t('numbers')}>
            <SummaryList
              items={[
                { id: 'total', term: t('total'), value: number(year.total) },
                { id: 'professional', term: t('professional'), value: number(year.professional) },
                { id: 'public', term: t('public'), value: number(Math.round((year.total - year.professional) * 10) / 10) },
              ]}
            />
            {year.editable ? (
              <Disclosure summary={t('change')}>
                <Form action={enter} {...form} formKey={newFormKey()}>
                  <HiddenField name="year" value={String(year.year)} />
                  <HoursFields total={year.total} professional={year.professional} />
                  <SubmitButton kind="secondary">{t('changeSave')}</SubmitButton>
                </Form>
              </Disclosure>
            ) : null}
          </Section>
          <Section title={t('scan')}>
            {year.scan ? <EvidenceList items={evidenceViews([year.scan])} pictures /> : <p>{t('noScan')}</p>}
            {year.editable ? (
              <form
                method="post"
                encType="multipart/form-data"
                action={`/api/files/historic?historic=${year.id}&back=${encodeURIComponent(back)}`}
                className="mt-4"
              >
                <p className="mb-3 text-muted">{t('scanLead')}</p>
                <FileField name="file" label={t('file')} hint={t('fileHint')} photoLabel={record('evidence.takePhoto')} />
                <button type="submit" className={buttonClass(year.scan ? 'secondary' : 'primary')}>
                  {t(year.scan ? 'uploadAgain' : 'upload')}
                </button>
              </form>
            ) : null}
          </Section>
          <Section title={t('history')}>
            <EventTimeline
              machine="historic"
              locale={locale}
              events={year.events.map(({ id: eventId, event, at, actorName, officeName, reason }) => ({
                id: eventId,
                event: event as EventOf<'historic'>,
                at,
                by: [officeName, actorName].filter(Boolean).join(' ') || null,
                reason,
              }))}
            />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}
