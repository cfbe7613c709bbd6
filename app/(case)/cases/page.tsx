import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseList } from '@/components/case/case-list'
import { BUREAU_REVIEWERS, isOneOf, TRAINING_HOLDERS } from '@/lib/access/types'
import { casesSearch, readCases } from '@/lib/server/case/read-cases'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('list.title') }
}

/** What people miss on rosters or dispute of registered records: what the office has to answer, with the day it is due. */
export default async function CasesPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor(...TRAINING_HOLDERS, ...BUREAU_REVIEWERS)
  const [search, at, locale] = await Promise.all([readSearch(searchParams, casesSearch), now(), currentLocale()])
  const { next, ...cases } = await readCases(actor, search, at)
  const { q, show, after } = search
  return (
    <CaseList
      {...cases}
      who={isOneOf(BUREAU_REVIEWERS, actor.role) ? 'bureau' : 'provider'}
      search={search}
      pages={pageLinks('/cases', { q, show }, after, next)}
      locale={locale}
    />
  )
}
