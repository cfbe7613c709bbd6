import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IssuedCertificates } from '@/components/certificate/issued'
import { Clause } from '@/components/record/clause'
import { StateTag } from '@/components/record/state-tag'
import { EventTimeline } from '@/components/record/timeline'
import { LinkButton } from '@/components/ui/button'
import { TO_CONFIRM } from '@/components/ui/confirm-panel'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, NextStep, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { YearBars } from '@/components/year/bars'
import { YearLines } from '@/components/year/lines'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { readYearForCertifier, type YearPage } from '@/lib/server/year/read-year-for-certifier'
import type { YearEvent } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import { ActPanel } from './_parts/act-panel'

const ACTS = ['certify', 'return', 'revoke'] as const
const shape = { act: enumParam(ACTS), done: enumParam(['certified', 'returned', 'revoked'] as const) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certification.year'))('name') }
}

/** A person's credit year as the bureau certifies it: the two bars, every line with why, what may be done. */
export default async function YearForCertifierPage({
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
    getTranslations('certification.year'),
  ])
  const page = await orNotFound(readYearForCertifier(actor, id, at))
  const act = search.act && page.actions.includes(search.act) ? search.act : null
  const waitsForAuthority = page.authority !== null && !page.authority.reviewed
  return (
    <>
      <PageHead
        title={t('title', { name: page.person.name, year: String(page.year) })}
        lead={<StateTag machine="year" state={page.state} />}
        back={
          isInGroup('year', page.state, 'certification')
            ? { href: '/bureau/certification', text: t('back') }
            : { href: '/bureau/years', text: t('backToFound') }
        }
      />
      {search.done ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      {page.isOwn ? <Notice tone="warn" title={t('own')} /> : null}
      {act ? <ActPanel page={page} act={act} /> : null}
      <Columns label={t('whatNow')} aside={<Aside page={page} waitsForAuthority={waitsForAuthority} acting={act !== null} />}>
        <Sheet>
          <YearBars
            locale={locale}
            hours={{ ...page.hours, waiting: { professional: 0, public: 0 } }}
            revoked={isInGroup('year', page.state, 'revoked')}
          />
          <Section title={t('lines')}>
            <YearLines
              lines={page.lines}
              ruleSet={page.ruleSet}
              locale={locale}
              name={({ line, title }) => <TextLink href={`/bureau/records/${line.id}`}>{title}</TextLink>}
            />
          </Section>
          <Section title={t('history')}>
            <EventTimeline
              machine="year"
              locale={locale}
              events={page.events.map(({ id, event, at, actorName, officeName, reason }) => ({
                id,
                event: event as YearEvent,
                at,
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

async function Aside({ page, waitsForAuthority, acting }: { page: YearPage; waitsForAuthority: boolean; acting: boolean }) {
  const [t, terms, locale] = await Promise.all([getTranslations('certification.year'), getTranslations('terms'), currentLocale()])
  // While an act is being confirmed its panel holds the page's one primary button.
  const open = acting ? [] : ACTS.filter((event) => page.actions.includes(event))
  const provisional = page.lines.filter((row) => row.provisional).length
  return (
    <>
      <NextStep
        action={open.map((event) => (
          <LinkButton
            key={event}
            href={`/bureau/years/${page.id}?act=${event}${TO_CONFIRM}`}
            kind={event === 'certify' ? 'primary' : event === 'revoke' ? 'danger' : 'secondary'}
          >
            {t(`acts.${event}`)}
          </LinkButton>
        ))}
      >
        {waitsForAuthority ? <p>{t('authorityFirst', { name: page.authority?.name ?? '' })}</p> : null}
        {open.includes('certify') ? <p>{provisional > 0 ? t('provisional', { count: provisional }) : t('ready')}</p> : null}
        {acting ? <p>{t('acting')}</p> : open.length === 0 && !waitsForAuthority ? <p>{t('nothing')}</p> : null}
      </NextStep>
      <Section title={t('who')}>
        <SummaryList
          items={[
            { id: 'id', term: t('idNumber'), value: page.person.idNumberMask },
            { id: 'employer', term: t('employer'), value: page.employer ?? terms('employmentKind.freelance') },
            ...(page.person.jobTitle ? [{ id: 'title', term: t('jobTitle'), value: page.person.jobTitle }] : []),
            ...(page.regionCode
              ? [
                  {
                    id: 'bureau',
                    term: t('bureau'),
                    value: (
                      <>
                        {terms(`region.${page.regionCode}`)}
                        {page.routeClause && t.has(`route.${routeKey(page.routeClause)}`) ? (
                          <div className="text-muted text-sm">
                            {t(`route.${routeKey(page.routeClause)}`)} (<Clause id={page.routeClause} />)
                          </div>
                        ) : null}
                      </>
                    ),
                  },
                ]
              : []),
            ...(page.certifiedBecause ? [{ id: 'because', term: t('because'), value: page.certifiedBecause }] : []),
          ]}
        />
      </Section>
      <IssuedCertificates certificates={page.certificates} title={t('certificates')} check={t('check')} locale={locale} />
    </>
  )
}

/** A key without the dot that next-intl takes for nesting. */
function routeKey(clause: string): string {
  return clause.replace('.', '-')
}
