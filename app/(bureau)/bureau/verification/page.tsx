import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Decided } from '@/components/find/decided'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { ReviewFacts } from '@/components/review/facts'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Shortcuts } from '@/components/ui/shortcuts'
import { Split } from '@/components/ui/split'
import { COUNTIES } from '@/lib/access/regions'
import { CATEGORIES } from '@/lib/rules/types'
import { pageLinks } from '@/lib/server/input/keyset'
import { buildUrl, encodeCursor, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readReview } from '@/lib/server/record/review/read-review'
import { QUEUE_KINDS, readVerificationQueue } from '@/lib/server/record/review/read-verification-queue'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { Decision } from './_parts/decision'
import { queueShape } from './_parts/place'
import { QueueList } from './_parts/queue-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.verification'))('name') }
}

/** What waits for this bureau, by due date, with the open record beside it. */
export default async function VerificationPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [search, at, locale, t, terms, common] = await Promise.all([
    readSearch(searchParams, queueShape),
    now(),
    currentLocale(),
    getTranslations('bureau.verification'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const queue = await readVerificationQueue(actor, search, at)
  const openId = search.record ?? queue.rows[0]?.id ?? null
  const review = openId ? await orNotFound(readReview(actor, openId, at)) : null
  const { q, category, kind, region } = search
  const filters = { q, category, kind, region }
  const here = { ...filters, after: search.after && encodeCursor(search.after) }
  const place = queue.rows.findIndex((row) => row.id === openId)
  const next = queue.rows[place + 1]?.id ?? (place > 0 ? queue.rows[place - 1]?.id : null) ?? null
  const isFiltered = q !== '' || category !== null || kind !== null || region !== null
  return (
    <>
      <PageHead
        title={t(queue.more ? 'titleMany' : 'title', { count: queue.total, late: queue.late })}
        lead={queue.readOnly ? t('readOnly', { region: terms(`region.${region}`) }) : t('lead')}
      />
      {search.done ? (
        <Decided
          title={t(`done.${search.done}`, { count: Number(search.count ?? 1) })}
          href={search.was ? `/bureau/records/${search.was}` : null}
          all="/bureau/records"
        />
      ) : null}
      <Filters clear={isFiltered ? '/bureau/verification' : null}>
        <FilterText name="q" label={t('search')} value={q} />
        <FilterSelect
          name="category"
          label={t('category')}
          value={category ?? ''}
          all={common('filter.all')}
          options={CATEGORIES.map((value) => ({ value, label: terms(`category.${value}`) }))}
        />
        <FilterSelect
          name="kind"
          label={t('kind')}
          value={kind ?? ''}
          all={common('filter.all')}
          options={QUEUE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        {actor.role === 'city_reviewer' ? (
          <FilterSelect
            name="region"
            label={t('region')}
            value={region ?? ''}
            all={t('ownQueue')}
            options={COUNTIES.map((value) => ({ value, label: terms(`region.${value}`) }))}
          />
        ) : null}
      </Filters>
      <Shortcuts
        title={common('shortcuts.title')}
        turnOn={common('shortcuts.on')}
        keys={[
          { key: 'j', text: t('keys.next') },
          { key: 'k', text: t('keys.previous') },
          { key: 'v', text: t('keys.verify') },
          { key: 'r', text: t('keys.return') },
          { key: 'x', text: t('keys.reject') },
          { key: '?', text: t('keys.all') },
        ]}
      />
      {queue.rows.length === 0 && !review ? (
        <EmptyState
          title={t(isFiltered ? 'emptyFiltered' : 'empty')}
          action={<TextLink href="/bureau/certification">{t('emptyNext')}</TextLink>}
        >
          {t(isFiltered ? 'emptyFilteredHint' : 'emptyHint')}
        </EmptyState>
      ) : (
        <Split
          label={t('list')}
          list={
            <QueueList
              rows={queue.rows}
              openId={openId}
              selectable={!queue.readOnly}
              href={(id) => buildUrl('/bureau/verification', { ...here, record: id })}
            />
          }
        >
          {review ? (
            <>
              <h2 className="mb-3 text-xl">
                <TextLink href={`/bureau/records/${review.record.id}`} className="text-ink">
                  {review.record.content.title}
                </TextLink>
              </h2>
              <ReviewFacts review={review} locale={locale} recordHref={(other) => `/bureau/records/${other}`} />
              <Decision
                review={review}
                act={search.act}
                href={(act) => buildUrl('/bureau/verification', { ...here, record: review.record.id, act })}
                next={next}
                back={buildUrl('', here).slice(1)}
              />
            </>
          ) : null}
        </Split>
      )}
      <Paging {...pageLinks('/bureau/verification', filters, search.after, queue.next)} />
    </>
  )
}
