import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Decided } from '@/components/find/decided'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { CATEGORIES } from '@/lib/rules/types'
import { pageLinks } from '@/lib/server/input/keyset'
import { enumParam, idParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readReviewQueue, reviewSearch } from '@/lib/server/record/review/read-review-queue'
import { now } from '@/lib/server/runtime/clock'
import { pageActor } from '@/lib/server/web/page'
import { DONE } from './_parts/place'
import { QueueForm } from './_parts/queue-form'

const PATH = '/employer/review'
const shape = {
  ...reviewSearch,
  done: enumParam(DONE),
  was: idParam(),
  count: z.coerce.number().int().min(1).max(1000).catch(1),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('employer.review'))('name') }
}

/** What waits for the unit's review, the longest first. */
export default async function ReviewPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('employer_officer')
  const [search, at, t, terms, common] = await Promise.all([
    readSearch(searchParams, shape),
    now(),
    getTranslations('employer.review'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const queue = await readReviewQueue(actor, search, at)
  const { q, category } = search
  const isFiltered = q !== '' || category !== null
  return (
    <>
      <PageHead
        title={queue.total === 0 && !isFiltered ? t('titleNone') : t(queue.more ? 'titleMany' : 'title', { count: queue.total })}
        lead={t('lead')}
      />
      {search.done ? (
        <Decided
          title={t(`done.${search.done}`, { count: search.count })}
          href={search.was ? `${PATH}/${search.was}` : null}
          all="/employer/records"
        />
      ) : null}
      {queue.accepted > 0 ? (
        <Notice>
          {t('accepted', { count: queue.accepted })} <TextLink href="/employer/batches/new">{t('toBatch')}</TextLink>
        </Notice>
      ) : null}
      <Filters clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('search')} value={q} />
        <FilterSelect
          name="category"
          label={t('category')}
          value={category ?? ''}
          all={common('filter.all')}
          options={CATEGORIES.map((value) => ({ value, label: terms(`category.${value}`) }))}
        />
      </Filters>
      {queue.rows.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? 'emptyFiltered' : 'empty')}
          action={<TextLink href="/employer/batches">{t('emptyNext')}</TextLink>}
        />
      ) : (
        <QueueForm rows={queue.rows} />
      )}
      <Paging {...pageLinks(PATH, { q, category }, search.after, queue.next)} />
    </>
  )
}
