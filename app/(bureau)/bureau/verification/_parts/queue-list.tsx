import { getTranslations } from 'next-intl/server'
import { RowCheck } from '@/components/forms/row-check'
import { Due } from '@/components/record/due'
import { buttonClass } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { SelectionBar } from '@/components/ui/selection-bar'
import { Tag } from '@/components/ui/tag'
import type { QueueRow } from '@/lib/server/record/review/read-verification-queue'
import { currentLocale } from '@/lib/server/web/display'

/** The queue beside the open record: due date, person, unit, what. Ticked rows go to one common decision. */
export async function QueueList({
  rows,
  openId,
  href,
  selectable,
}: {
  rows: readonly QueueRow[]
  openId: string | null
  href: (id: string) => string
  selectable: boolean
}) {
  const [t, terms, common, locale] = await Promise.all([
    getTranslations('bureau.verification'),
    getTranslations('terms'),
    getTranslations('common'),
    currentLocale(),
  ])
  const place = rows.findIndex((row) => row.id === openId)
  return (
    <form method="get" action="/bureau/verification/several" className="flex h-full flex-col">
      <ul>
        {rows.map((row, index) => (
          <li
            key={row.id}
            aria-current={row.id === openId ? 'true' : undefined}
            className="flex gap-3 border-line border-b border-l-4 border-l-transparent py-2.5 pr-4 pl-3 aria-[current]:border-l-accent aria-[current]:bg-accent-soft"
          >
            {selectable ? <RowCheck name="record" value={row.id} label={t('select', { name: row.personName, title: row.title })} /> : null}
            <TextLink
              href={href(row.id)}
              data-shortcut={index === place + 1 ? 'j' : index === place - 1 ? 'k' : undefined}
              className="min-w-0 flex-1 text-ink no-underline hover:underline"
            >
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <b>{row.personName}</b>
                <span className="text-sm">
                  {row.due ? <Due bare days={row.due.days} on={row.due.on} provisional={row.due.provisional} locale={locale} /> : null}
                </span>
              </span>
              <span className="block text-muted text-sm">
                {[
                  row.employer ?? terms('employmentKind.freelance'),
                  terms(`category.${row.category}`),
                  common('hours', { value: row.hours }),
                ].join(' · ')}
              </span>
              {row.escalated ? <Tag tone="warn">{t('escalated')}</Tag> : null}
            </TextLink>
          </li>
        ))}
      </ul>
      {selectable ? (
        <div className="px-4 sm:px-6">
          <SelectionBar name="record" words={common.raw('selection')}>
            <button type="submit" className={buttonClass('secondary')}>
              {t('several')}
            </button>
          </SelectionBar>
        </div>
      ) : null}
    </form>
  )
}
