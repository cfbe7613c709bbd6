import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Actions, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readPlatform } from '@/lib/server/platform/read-platform'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { PlatformHistory } from '../_parts/platform-history'
import { Recount } from '../_parts/recount'
import { WindowTable } from '../_parts/window-table'
import { windowWords } from '../_parts/window-words'

interface Properties {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platforms'))('title') }
}

/** One window of a platform: what it says, what can be done with it, the platform's other windows, and what was done to them. */
export default async function PlatformPage({ params, searchParams }: Properties) {
  const actor = await pageActor('administrator')
  const [{ id }, { done }, at, t, register, terms, locale] = await Promise.all([
    params,
    readSearch(searchParams, { done: enumParam(['entered', 'closed', 'confirmed'] as const) }),
    now(),
    getTranslations('platforms'),
    getTranslations('register'),
    getTranslations('terms'),
    currentLocale(),
  ])
  const today = dateInShanghai(at)
  const { window, windows, history, recount } = await orNotFound(readPlatform(actor, pathId(id), today))
  const over = window.until !== null && window.until < today
  return (
    <>
      <PageHead title={window.name} back={{ href: '/bureau/platforms', text: t('title') }} />
      {done ? <Notice tone="ok" live title={t(`done.${done}`)} /> : null}
      {recount ? <Recount recount={recount} href={`/bureau/platforms/${window.id}`} /> : null}
      <Sheet>
        <SummaryList
          items={[
            { id: 'window', term: register('window'), value: <b>{windowWords(window, register, locale)}</b> },
            { id: 'counts', term: register('counts'), value: register(`countsWords.${window.counts}`) },
            {
              id: 'subjects',
              term: register('subjects'),
              value: window.subjects.map((subject) => terms(`subject.${subject}`)).join(' · '),
            },
            { id: 'source', term: t('source'), value: <Clause id={window.source} /> },
            { id: 'document', term: t('document'), value: window.document || t('noDocument') },
            { id: 'status', term: t('status'), value: <StatusTag status={window.status} always /> },
          ]}
        />
        <Actions>
          <LinkButton href={`/bureau/platforms/${window.id}/confirm`} kind="secondary">
            {t('confirmName')}
          </LinkButton>
          <LinkButton href={`/bureau/platforms/new?like=${window.id}`} kind="secondary">
            {t('addWindow')}
          </LinkButton>
          {over ? null : (
            <LinkButton href={`/bureau/platforms/${window.id}/close`} kind="danger">
              {t('closeEarly')}
            </LinkButton>
          )}
        </Actions>
      </Sheet>
      {windows.length > 1 ? (
        <Section title={t('allWindows')}>
          <Sheet>
            <WindowTable windows={windows} current={window.id} />
          </Sheet>
        </Section>
      ) : null}
      <Section title={t('history')}>
        <Sheet>
          <PlatformHistory history={history} />
        </Sheet>
      </Section>
    </>
  )
}
