import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, RuledList } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { ROLES, type Role } from '@/lib/access/types'
import { formatInstant } from '@/lib/i18n/format'
import { noticeSentence, personsPlace } from '@/lib/i18n/notice'
import { pageLinks } from '@/lib/server/input/keyset'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type NotificationRow, notificationsSearch, readNotifications } from '@/lib/server/notification/read-notifications'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { markRead } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') }
}

const PATH = '/account/notifications'

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, search, t, words, form, locale] = await Promise.all([
    pageActor(...ROLES.filter((role) => role !== 'visitor')),
    readSearch(searchParams, { ...notificationsSearch, done: enumParam(['read']) }),
    getTranslations('notices'),
    getTranslations(),
    formProps(),
    currentLocale(),
  ])
  const { rows, next, unread } = await orNotFound(readNotifications(actor, search))
  const newest = rows[0]
  const inOffice = actor.grantId !== null
  return (
    <>
      <PageHead title={t('title')} lead={t(inOffice ? 'officeLead' : 'lead')} />
      {search.done ? <Notice tone="ok" live title={t('done.read')} /> : null}
      <Tabs
        label={t('show')}
        items={[
          { href: PATH, text: t('all'), current: search.show === null },
          { href: `${PATH}?show=unread`, text: t('unread'), current: search.show === 'unread' },
        ]}
      />
      <Sheet label={t('list')}>
        {rows.length === 0 ? (
          search.show === 'unread' ? (
            <EmptyState title={t('noUnread')} />
          ) : (
            <EmptyState title={t('empty')}>{t(inOffice ? 'officeEmptyLead' : 'emptyLead')}</EmptyState>
          )
        ) : (
          <RuledList>
            {rows.map((row) => (
              <li key={row.id}>
                <div className="flex flex-wrap items-center gap-x-3">
                  <Subject href={placeOf(actor.role, row)} read={row.read}>
                    {noticeSentence(row, word)}
                  </Subject>
                  {row.read ? null : <Tag tone="wait">{t('new')}</Tag>}
                </div>
                <CellNote>
                  <time dateTime={row.at}>{formatInstant(row.at, locale)}</time>
                </CellNote>
              </li>
            ))}
          </RuledList>
        )}
        <Paging {...pageLinks(PATH, { show: search.show }, search.after, next)} />
        {unread && newest && !search.after ? (
          <div className="mt-4">
            <Form action={markRead} {...form}>
              <HiddenField name="until" value={newest.id} />
              <SubmitButton kind="secondary">{t('markAll')}</SubmitButton>
            </Form>
          </div>
        ) : null}
      </Sheet>
    </>
  )

  function word(key: string, values?: Record<string, string>): string | null {
    return words.has(key) ? words(key, values) : null
  }
}

function Subject({ href, read, children }: { href: string | null; read: boolean; children: ReactNode }) {
  const className = `inline-flex min-h-11 items-center ${read ? '' : 'font-semibold'}`
  return href ? (
    <TextLink href={href} className={className}>
      {children}
    </TextLink>
  ) : (
    <span className={className}>{children}</span>
  )
}

/** Where a notification leads whoever reads it in this role; null: there is no page of it for them. */
function placeOf(role: Role, { kind, concern }: NotificationRow): string | null {
  const { recordId, yearId, termId, filingId } = concern
  switch (role) {
    case 'practitioner':
      return personsPlace(concern)
    case 'employer_officer':
      if (recordId) return kind === 'object' ? '/employer/objections' : `/employer/review/${recordId}`
      if (filingId) return `/trainings/${filingId}`
      return yearId || termId ? '/employer/staff' : null
    case 'provider_officer':
      return filingId ? `/trainings/${filingId}` : null
    case 'county_reviewer':
    case 'city_reviewer':
      return recordId ? `/bureau/records/${recordId}` : null
    default:
      return null
  }
}
