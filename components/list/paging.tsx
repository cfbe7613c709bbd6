import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/ui/pagination'

/** Links to the first and next page of a list, by their URLs; nothing where there is only one page. */
export function Paging({
  first,
  next,
  nextText,
}: {
  first: string | null
  next: string | null
  /** Another text of the link to the next page. */
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
