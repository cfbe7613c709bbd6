import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseList } from '@/components/case/case-list'
import { LinkButton } from '@/components/ui/button'
import { casesSearch, readCases } from '@/lib/server/case/read-cases'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('list.mine') }
}

/** What one raised, and the answers. */
export default async function CasesPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('practitioner')
  const [search, at, locale, t] = await Promise.all([
    readSearch(searchParams, casesSearch),
    now(),
    currentLocale(),
    getTranslations('cases'),
  ])
  const { next, ...cases } = await readCases(actor, search, at)
  const { q, show, after } = search
  return (
    <CaseList
      {...cases}
      who="mine"
      search={search}
      pages={pageLinks('/my/cases', { q, show }, after, next)}
      emptyAction={<LinkButton href="/register?time=past">{t('list.goRegister')}</LinkButton>}
      locale={locale}
    />
  )
}
