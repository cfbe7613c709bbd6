import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseList } from '@/components/case/case-list'
import { LinkButton } from '@/components/ui/button'
import { casesSearch, readCases } from '@/lib/server/case/read-cases'
import { buildUrl, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'

const PATH = '/my/cases'

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
  const cases = await readCases(actor, search, at)
  return (
    <CaseList
      {...cases}
      who="mine"
      path={PATH}
      search={search}
      to={(more) => buildUrl(PATH, { q: search.q, show: search.show, ...more })}
      emptyAction={<LinkButton href="/register?time=past">{t('list.goRegister')}</LinkButton>}
      locale={locale}
    />
  )
}
