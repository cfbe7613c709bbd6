import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/ui/pagination'

/** The way to a list's first page and to its next, by their addresses; nothing where all of it stands on one page. */
export function Paging({
  first,
  next,
  nextText,
}: {
  first: string | null
  next: string | null
  /** Where the next page is more than the next page. */
  nextText?: string
}) {
  const t = useTranslations('common.paging')
  return (
    <Pagination
      label={t('label')}
      first={first === null ? null : { href: first, text: t('first') }}
      next={next === null ? null : { href: next, text: nextText ?? t('next') }}
    />
  )
}
