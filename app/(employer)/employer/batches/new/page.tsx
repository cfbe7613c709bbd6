import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { StatusTag } from '@/components/record/status-tag'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate, formatDateRange } from '@/lib/i18n/format'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { newBatchSearch, readNewBatch } from '@/lib/server/publicity/read-new-batch'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { NewBatchForm } from './_parts/new-batch-form'

const PATH = '/employer/batches/new'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicity.newBatch'))('name') }
}

/** Accepted records to choose from, and the days the batch will have, before it is opened. */
export default async function NewBatchPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('employer_officer')
  const [search, at, t, all, locale] = await Promise.all([
    readSearch(searchParams, newBatchSearch),
    now(),
    getTranslations('publicity.newBatch'),
    getTranslations('publicity'),
    currentLocale(),
  ])
  const batch = await readNewBatch(actor, search, at)
  const { period } = batch
  const { q } = search
  const back = { href: '/employer/batches', text: t('back') }
  if (batch.rows.length === 0 && q === '') {
    return (
      <>
        <PageHead title={t('title')} back={back} />
        <EmptyState title={t('empty')} action={<TextLink href="/employer/review">{t('emptyNext')}</TextLink>}>
          {t('emptyHint')}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHead title={batch.next ? t('title') : t('titleCount', { count: batch.rows.length })} back={back} />
      <Sheet>
        <Section title={t('ifToday')}>
          <SummaryList
            items={[
              { id: 'opens', term: t('opens'), value: formatDate(period.openedOn, locale, 'weekday') },
              {
                id: 'period',
                term: t('period'),
                value: (
                  <b>
                    {formatDateRange(period.startsOn, period.endsOn, locale)}
                    {period.provisional ? <span className="block font-normal text-warn">{all('provisional')}</span> : null}
                  </b>
                ),
              },
              {
                id: 'length',
                term: t('length'),
                value: (
                  <span className="flex flex-wrap items-center gap-2">
                    {all('workingDays', { count: period.workingDays })} <StatusTag status="provisional" />
                  </span>
                ),
              },
              {
                id: 'confirm',
                term: t('confirmFrom'),
                value: t('confirmFromValue', { date: formatDate(batch.confirmFrom, locale, 'weekday') }),
              },
              { id: 'where', term: t('where'), value: t(batch.inPublic ? 'whereAll' : 'whereUnit') },
            ]}
          />
        </Section>
      </Sheet>
      <div className="mt-6">
        <Filters clear={q === '' ? null : PATH}>
          <FilterText name="q" label={t('search')} value={q} />
        </Filters>
      </div>
      {batch.rows.length === 0 ? <EmptyState title={t('empty')} /> : <NewBatchForm batch={batch} />}
      <Paging {...pageLinks(PATH, { q }, search.after, batch.next)} />
    </>
  )
}
