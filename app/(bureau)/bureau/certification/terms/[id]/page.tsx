import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StateTag } from '@/components/record/state-tag'
import { EventTimeline } from '@/components/record/timeline'
import { TermFacts } from '@/components/term/facts'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { readTermForCertifier } from '@/lib/server/term/read-term-for-certifier'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import type { EventOf } from '@/lib/workflow/events'
import { TermAct } from './_parts/act'
import { TERM_ACTS, TermAside } from './_parts/aside'

const shape = { act: enumParam(TERM_ACTS), done: enumParam(['certified', 'returned', 'revoked'] as const) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('term.bureau'))('pageName') }
}

/** A term as the bureau certifies it: its years as they stand, the averages, the guard, what may be done. */
export default async function TermPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [{ id }, search, at, locale, t] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    currentLocale(),
    getTranslations('term.bureau'),
  ])
  const page = await orNotFound(readTermForCertifier(actor, id, at))
  const act = search.act && page.actions.includes(search.act) ? search.act : null
  const { years } = page.standing
  return (
    <>
      <PageHead
        title={t('pageTitle', { name: page.person.name, from: String(years[0]), to: String(years.at(-1)) })}
        lead={<StateTag machine="term" state={page.state} />}
        back={{ href: '/bureau/certification/terms', text: t('back') }}
      />
      {search.done ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      {page.isOwn ? <Notice tone="warn" title={t('ownTerm')} /> : null}
      {act ? <TermAct page={page} act={act} /> : null}
      <Columns label={t('whatNow')} aside={<TermAside page={page} acting={act !== null} />}>
        <Sheet>
          <TermFacts standing={page.standing} required={page.required} guard={page.guard} locale={locale} />
          <Section title={t('history')}>
            <EventTimeline
              machine="term"
              locale={locale}
              events={page.events.map(({ id: eventId, event, at: when, actorName, officeName, reason }) => ({
                id: eventId,
                event: event as EventOf<'term'>,
                at: when,
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
