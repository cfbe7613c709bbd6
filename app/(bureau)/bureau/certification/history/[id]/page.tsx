import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EvidenceList } from '@/components/record/evidence-list'
import { evidenceViews } from '@/components/record/evidence-views'
import { StateTag } from '@/components/record/state-tag'
import { EventTimeline } from '@/components/record/timeline'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, NextStep, PageHead, RuledList, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { type HistoricPage, readHistoricForBureau } from '@/lib/server/historic/read-historic-for-bureau'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import type { EventOf } from '@/lib/workflow/events'
import { HistoricAct } from './_parts/act'

const ACTS = ['verify', 'return', 'revoke'] as const
const shape = { act: enumParam(ACTS), done: enumParam(['verified', 'returned', 'revoked'] as const) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('historic.bureau'))('name') }
}

/** A past year on paper: the numbers that were entered beside the scan they are to agree with. */
export default async function HistoricForBureauPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [{ id }, search, at, locale, t] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    currentLocale(),
    getTranslations('historic.bureau'),
  ])
  const page = await orNotFound(readHistoricForBureau(actor, id, at))
  const act = search.act && page.actions.includes(search.act) ? search.act : null
  return (
    <>
      <PageHead
        title={t('pageTitle', { name: page.person.name, year: String(page.year) })}
        lead={<StateTag machine="historic" state={page.state} />}
        back={{ href: '/bureau/certification/history', text: t('back') }}
      />
      {search.done ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      {page.isOwn ? <Notice tone="warn" title={t('ownYear')} /> : null}
      {page.outsideTerms ? <Notice tone="warn" title={t('outsideTerms')} /> : null}
      {isBeforeTransfer(page) ? <Notice tone="warn" title={t('beforeTransfer')} /> : null}
      {act ? <HistoricAct page={page} act={act} /> : null}
      <Columns label={t('whatNow')} aside={<Numbers page={page} acting={act !== null} locale={locale} />}>
        <Sheet>
          <Section title={t('scan')}>
            {page.scan ? <EvidenceList items={evidenceViews([page.scan])} pictures /> : <p>{t('none')}</p>}
          </Section>
          <Section title={t('history')}>
            <EventTimeline
              machine="historic"
              locale={locale}
              events={page.events.map(({ id: eventId, event, at: when, actorName, officeName, reason }) => ({
                id: eventId,
                event: event as EventOf<'historic'>,
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

function isBeforeTransfer({ year, person }: HistoricPage): boolean {
  return person.transferredInOn !== null && `${year}-12-31` < person.transferredInOn
}

async function Numbers({ page, acting, locale }: { page: HistoricPage; acting: boolean; locale: Locale }) {
  const t = await getTranslations('historic.bureau')
  // While an act is being confirmed its panel holds the page's one primary button.
  const open = acting ? [] : ACTS.filter((event) => page.actions.includes(event))
  const number = (value: number) => formatNumber(value, locale)
  const { person } = page
  return (
    <>
      <NextStep
        action={open.map((event) => (
          <LinkButton
            key={event}
            href={`/bureau/certification/history/${page.id}?act=${event}`}
            kind={event === 'verify' ? 'primary' : event === 'revoke' ? 'danger' : 'secondary'}
          >
            {t(`acts.${event}`)}
          </LinkButton>
        ))}
      >
        <p>{t(acting ? 'acting' : open.includes('verify') ? 'lead2' : open.length === 0 ? 'nothing' : 'compare')}</p>
      </NextStep>
      <Section title={t('numbers')}>
        <SummaryList
          items={[
            { id: 'total', term: t('total'), value: <b className="tabular-nums">{number(page.total)}</b> },
            { id: 'professional', term: t('professional'), value: <b className="tabular-nums">{number(page.professional)}</b> },
            { id: 'public', term: t('public'), value: number(Math.round((page.total - page.professional) * 10) / 10) },
          ]}
        />
      </Section>
      <Section title={t('who')}>
        <SummaryList
          items={[
            { id: 'id', term: t('idNumber'), value: person.idNumberMask },
            { id: 'employer', term: t('employer'), value: person.employer ?? t('freelance') },
            ...(person.transferredInOn
              ? [
                  {
                    id: 'in',
                    term: t('transfer'),
                    value: t('transferred', { date: formatDate(person.transferredInOn, locale), from: person.transferredFrom ?? '' }),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {page.others.length > 0 ? (
        <Section title={t('others')}>
          <RuledList>
            {page.others.map((other) => (
              <li key={other.id}>
                <TextLink href={`/bureau/certification/history/${other.id}`} className="inline-flex min-h-11 items-center">
                  {t('other', { year: String(other.year), total: number(other.total), professional: number(other.professional) })}
                </TextLink>
                <StateTag machine="historic" state={other.state} />
              </li>
            ))}
          </RuledList>
        </Section>
      ) : null}
    </>
  )
}
