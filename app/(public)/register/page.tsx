import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Filters } from '@/components/list/filters'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect, FilterText } from '@/components/ui/filter-bar'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { Tabs } from '@/components/ui/tabs'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { readPlatforms } from '@/lib/server/filing/read-platforms'
import { REGISTER_TIMES, type RegisterSearch, readRegister } from '@/lib/server/filing/read-register'
import { afterParam, pageLinks } from '@/lib/server/input/keyset'
import { buildUrl, enumParam, readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { PLACES } from '@/lib/server/organization/organization-input'
import { now } from '@/lib/server/runtime/clock'
import { PlatformTable } from './_parts/platform-table'
import { TrainingTable } from './_parts/training-table'

const PATH = '/register'
const PARTS = ['trainings', 'platforms'] as const
const shape = {
  part: enumParam(PARTS),
  q: textParam(),
  time: enumParam(REGISTER_TIMES),
  region: enumParam(PLACES),
  after: afterParam('day'),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('register'))('title') }
}

/** Open to everyone: which trainings are on file and which platforms count, and what that means for hours. */
export default async function RegisterPage({ searchParams }: { searchParams: SearchParameters }) {
  const [search, at, t] = await Promise.all([readSearch(searchParams, shape), now(), getTranslations('register')])
  const today = dateInShanghai(at)
  const part = search.part ?? 'trainings'
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Tabs
        label={t('parts')}
        items={PARTS.map((one) => ({
          href: one === 'trainings' ? PATH : buildUrl(PATH, { part: one }),
          text: t(one),
          current: one === part,
        }))}
      />
      {part === 'platforms' ? <PlatformPart today={today} /> : <TrainingPart search={search} today={today} />}
    </>
  )
}

interface TrainingProps {
  search: RegisterSearch
  today: PlainDate
}

async function TrainingPart({ search, today }: TrainingProps) {
  const { q, time, region, after } = search
  const filters = { q, time, region }
  const [{ rows, next }, t, common, terms] = await Promise.all([
    readRegister(search, today),
    getTranslations('register'),
    getTranslations('common'),
    getTranslations('terms'),
  ])
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <Filters clear={isFiltered ? PATH : null}>
        <FilterText name="q" label={t('search')} value={filters.q} />
        <FilterSelect
          name="time"
          label={t('time')}
          value={filters.time ?? ''}
          all={common('filter.all')}
          options={REGISTER_TIMES.map((value) => ({ value, label: t(`times.${value}`) }))}
        />
        <FilterSelect
          name="region"
          label={t('region')}
          value={filters.region ?? ''}
          all={common('filter.all')}
          options={PLACES.map((value) => ({ value, label: terms(`region.${value}`) }))}
        />
      </Filters>
      {rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')} action={<TextLink href="/rules">{t('rules')}</TextLink>}>
          {t(isFiltered ? 'emptyFilteredHint' : 'emptyHint')}
        </EmptyState>
      ) : (
        <Sheet>
          <TrainingTable rows={rows} />
        </Sheet>
      )}
      <Paging {...pageLinks(PATH, filters, after, next)} />
      <div className="mt-6">
        <Notice title={t('notListed')}>
          <TextLink href={buildUrl('/recognised', { q })} className="inline-flex min-h-11 items-center">
            {t('ask')}
          </TextLink>
        </Notice>
      </div>
    </>
  )
}

async function PlatformPart({ today }: { today: PlainDate }) {
  const [rows, t] = await Promise.all([readPlatforms(today), getTranslations('register')])
  return (
    <>
      <p className="mb-5 max-w-text">{t('platformsLead')}</p>
      <Sheet>
        <PlatformTable rows={rows} />
      </Sheet>
      <p className="mt-5 flex flex-wrap gap-x-6">
        <TextLink href="/recognised">{t('ask')}</TextLink>
        <TextLink href="/rules">{t('rules')}</TextLink>
      </p>
    </>
  )
}
