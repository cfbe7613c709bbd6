import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, RuledList } from '@/components/ui/page-parts'
import { Pagination } from '@/components/ui/pagination'
import { Sheet } from '@/components/ui/sheet'
import { CellNote } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { currentLocale, formProps } from '@/lib/server/display'
import { type NotificationRow, notificationsSearch, readMyNotifications } from '@/lib/server/notification/read-my-notifications'
import { pageActor } from '@/lib/server/page'
import { address, filtered, readSearch, type SearchParameters } from '@/lib/server/search'
import { formatInstant } from '@/lib/words/format'
import { markRead } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('notifications.title') }
}

const PATH = '/my/notifications'

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, search, t, states, terms, common, form, locale] = await Promise.all([
    pageActor('practitioner'),
    readSearch(searchParams, { ...notificationsSearch, done: filtered(['read']) }),
    getTranslations('my.notifications'),
    getTranslations('states.event'),
    getTranslations('terms'),
    getTranslations('common'),
    formProps(),
    currentLocale(),
  ])
  const { rows, next, unread } = await readMyNotifications(actor, search)
  const newest = rows[0]
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
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
            <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>
          )
        ) : (
          <RuledList>
            {rows.map((row) => (
              <li key={row.id}>
                <div className="flex flex-wrap items-center gap-x-3">
                  <TextLink href={hrefOf(row)} className={`inline-flex min-h-11 items-center ${row.read ? '' : 'font-semibold'}`}>
                    {wordsOf(row)}
                  </TextLink>
                  {row.read ? null : <Tag tone="wait">{t('new')}</Tag>}
                </div>
                <CellNote>
                  <time dateTime={row.at}>{formatInstant(row.at, locale)}</time>
                </CellNote>
              </li>
            ))}
          </RuledList>
        )}
        <Pagination
          label={common('paging.label')}
          first={search.after ? { href: address(PATH, { show: search.show }), text: common('paging.first') } : null}
          next={next ? { href: address(PATH, { show: search.show, after: next }), text: common('paging.next') } : null}
        />
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

  function wordsOf({ kind, concern }: NotificationRow): string {
    const machine = concern.machine ?? (concern.recordId ? 'record' : 'year')
    const key = `${machine}.${kind}`
    const event = states.has(key) ? states(key) : kind
    if (concern.recordId) {
      if (concern.title) return t('record', { title: concern.title, event })
      const category = concern.category && terms.has(`category.${concern.category}`) ? terms(`category.${concern.category}`) : ''
      return t('recordUntitled', { category, event })
    }
    return concern.year === undefined ? t('other', { event }) : t('year', { year: String(concern.year), event })
  }

  function hrefOf({ concern }: NotificationRow): string {
    if (concern.recordId) return `/my/records/${concern.recordId}`
    return concern.year === undefined ? '/my' : `/my?year=${concern.year}`
  }
}
