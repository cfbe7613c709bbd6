import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/i18n/format'
import { buildUrl, enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type PersonForAdministration, readPerson } from '@/lib/server/person/read-person'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { AccountSection } from '../_parts/account-section'
import { ActLink } from '../_parts/act-link'
import { DONE } from '../_parts/place'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.person'))('person') }
}

/** One person: contact, employment history, titles, what they apply for, account and offices. */
export default async function PersonPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [person, { done }, t, terms, common, locale] = await Promise.all([
    orNotFound(readPerson(actor, pathId((await params).id))),
    readSearch(searchParams, { done: enumParam(DONE) }),
    getTranslations('admin.person'),
    getTranslations('terms'),
    getTranslations('common'),
    currentLocale(),
  ])
  const page = `/bureau/people/${person.id}`
  const transfer = person.transferredInOn
    ? t('transferred', { date: formatDate(person.transferredInOn, locale), from: person.transferredFrom ?? '' })
    : null
  const rows: [id: string, value: ReactNode][] = [
    [
      'idNumber',
      <span key="number" className="flex flex-wrap items-center gap-x-3 tabular-nums">
        {person.idNumberMask}
        <ActLink href={`${page}/reveal`}>{t('reveal')}</ActLink>
      </span>,
    ],
    ['phone', person.phoneMask ?? common('none')],
    ['email', person.email ?? common('none')],
    ['region', terms(`region.${person.regionCode}`)],
    ['transfer', transfer],
  ]
  const items = rows.flatMap(([id, value]): SummaryItem[] => (value ? [{ id, term: t(id), value }] : []))
  return (
    <>
      <PageHead title={person.name} lead={currentPlace(person, terms)} back={{ href: '/bureau/people', text: t('back') }} />
      {done ? <Notice tone="ok" live title={t(`done.${done}`)} /> : null}
      <Sheet>
        <Section title={t('self')}>
          <SummaryList items={items} />
          <p className="mt-4">
            <ActLink href={`${page}/edit`}>{t('change')}</ActLink>
          </p>
        </Section>
        <Section title={t('employment')} id="employment">
          {person.employments.length > 0 ? <Employments person={person} /> : <p className="text-muted">{t('noEmployment')}</p>}
          <p className="mt-4">
            <ActLink href={`${page}/begin-work`}>{t('beginWork')}</ActLink>
          </p>
        </Section>
        <Section title={t('titles')} id="titles">
          {person.appointments.length > 0 ? <Appointments person={person} /> : <p className="text-muted">{t('noTitles')}</p>}
          <p className="mt-4">
            <ActLink href={`${page}/begin-title`}>{t('beginTitle')}</ActLink>
          </p>
        </Section>
        <Section title={t('applications')} id="applications">
          <p className="max-w-text text-muted">{t('applicationsHint')}</p>
          <ul className="mt-2 space-y-2">
            {person.applications.map((one) => (
              <li key={one.year} className="flex flex-wrap items-center gap-x-4">
                <span>
                  {common('year', { year: String(one.year) })} · {one.titleSeries} · {terms(`titleLevel.${one.titleLevel}`)}
                </span>
                <ActLink href={buildUrl(`${page}/apply`, { of: one.year })}>{common('actions.change')}</ActLink>
                <ActLink href={buildUrl(`${page}/apply-not`, { of: one.year })}>{common('actions.remove')}</ActLink>
              </li>
            ))}
          </ul>
          <p className="mt-4">
            <ActLink href={`${page}/apply`}>{t('apply')}</ActLink>
          </p>
        </Section>
        {person.account ? <AccountSection account={person.account} own={person.account.id === actor.accountId} /> : null}
      </Sheet>
    </>
  )
}

function currentPlace(person: PersonForAdministration, terms: Awaited<ReturnType<typeof getTranslations>>): string {
  const now = person.employments.find(({ untilOn }) => untilOn === null)
  if (!now) return ''
  return [now.organization?.name ?? terms(`employmentKind.${now.kind}`), now.department].filter(Boolean).join(' · ')
}

async function Employments({ person }: { person: PersonForAdministration }) {
  const [t, terms, locale] = await Promise.all([getTranslations('admin.person'), getTranslations('terms'), currentLocale()])
  return (
    <Table
      caption={t('employment')}
      rows={person.employments}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'where',
          head: t('employer'),
          cell: (row) => (
            <>
              {row.organization ? (
                <TextLink href={`/bureau/organizations/${row.organization.id}`}>{row.organization.name}</TextLink>
              ) : (
                terms('employmentKind.freelance')
              )}
              <CellNote>
                {[row.organization ? terms(`employmentKind.${row.kind}`) : terms(`region.${row.regionCode}`), row.department]
                  .filter(Boolean)
                  .join(' · ')}
              </CellNote>
            </>
          ),
        },
        { id: 'from', head: t('from'), cell: (row) => formatDate(row.fromOn, locale) },
        {
          id: 'until',
          head: t('until'),
          cell: (row) => (row.untilOn ? formatDate(row.untilOn, locale) : <Tag tone="ok">{t('runs')}</Tag>),
        },
        {
          id: 'end',
          head: t('act'),
          bare: true,
          cell: (row) =>
            row.untilOn ? null : <ActLink href={buildUrl(`/bureau/people/${person.id}/end-work`, { of: row.id })}>{t('endWork')}</ActLink>,
        },
      ]}
    />
  )
}

async function Appointments({ person }: { person: PersonForAdministration }) {
  const [t, terms, locale] = await Promise.all([getTranslations('admin.person'), getTranslations('terms'), currentLocale()])
  return (
    <Table
      caption={t('titles')}
      rows={person.appointments}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'title',
          head: t('titleName'),
          cell: (row) => (
            <>
              {row.titleName}
              <CellNote>
                {row.titleSeries} · {terms(`titleLevel.${row.titleLevel}`)}
              </CellNote>
            </>
          ),
        },
        { id: 'from', head: t('from'), cell: (row) => formatDate(row.fromOn, locale) },
        {
          id: 'until',
          head: t('until'),
          cell: (row) => (row.untilOn ? formatDate(row.untilOn, locale) : <Tag tone="ok">{t('held')}</Tag>),
        },
        {
          id: 'end',
          head: t('act'),
          bare: true,
          cell: (row) =>
            row.untilOn ? null : (
              <ActLink href={buildUrl(`/bureau/people/${person.id}/end-title`, { of: row.id })}>{t('endTitle')}</ActLink>
            ),
        },
      ]}
    />
  )
}
