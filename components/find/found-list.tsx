import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Paging } from '@/components/list/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'

/** A page of a search: its table, that there is nothing, or that there is more before what was looked through. */
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
  /** What is said where nothing is filtered and nothing is there. */
  empty: { title: string; hint?: string }
  isFiltered: boolean
  tooManyEmployers?: boolean
  /** The address of the first page, where this is none. */
  first: string | null
  next: string | null
  children: ReactNode
}) {
  const t = useTranslations('find')
  // A page that is not full and has a next one was not looked through to the end.
  const isPartly = next !== null && count < FULL
  return (
    <>
      {tooManyEmployers ? <Notice tone="warn">{t('tooManyEmployers')}</Notice> : null}
      <Sheet>
        {count > 0 ? children : null}
        {count === 0 && !isPartly ? (
          <EmptyState title={isFiltered ? t('emptyFiltered') : empty.title}>{isFiltered ? t('emptyFilteredHint') : empty.hint}</EmptyState>
        ) : null}
        {isPartly ? <p className="mt-4 first:mt-0">{t('partly')}</p> : null}
      </Sheet>
      <Paging first={first} next={next} {...(isPartly ? { nextText: t('goOn') } : {})} />
    </>
  )
}

/** The rows of a full page. */
const FULL = 50
