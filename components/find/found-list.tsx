import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'

/** A page of search results: the table, or that nothing was found, or that the search stopped before the end of the data. */
export function FoundList({
  count,
  empty,
  isFiltered,
  tooManyEmployers = false,
  first,
  next,
  children,
}: {
  count: number
  /** The text of an empty list without filters. */
  empty: { title: string; hint?: string }
  isFiltered: boolean
  tooManyEmployers?: boolean
  /** The address of the first page, where this is none. */
  first: string | null
  next: string | null
  children: ReactNode
}) {
  const t = useTranslations('find')
  // A page that is not full although there is a next one: the search stopped before the end of the data.
  const isPartial = next !== null && count < PAGE_SIZE
  return (
    <>
      {tooManyEmployers ? <Notice tone="warn">{t('tooManyEmployers')}</Notice> : null}
      <Sheet>
        {count > 0 ? children : null}
        {count === 0 && !isPartial ? (
          <EmptyState title={isFiltered ? t('emptyFiltered') : empty.title}>{isFiltered ? t('emptyFilteredHint') : empty.hint}</EmptyState>
        ) : null}
        {isPartial ? <p className="mt-4 first:mt-0">{t('partly')}</p> : null}
      </Sheet>
      <Paging first={first} next={next} {...(isPartial ? { nextText: t('goOn') } : {})} />
    </>
  )
}

const PAGE_SIZE = 50
