import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/ui/pagination'
import type { RosterViewProps } from './types'

/** Links to the next rows and back to the first. */
export function MoreLines({ props, query }: { props: RosterViewProps; query: Record<string, string> }) {
  const t = useTranslations('roster.draft')
  const { next, further, training } = props
  const to = (more: Record<string, string>) => `/trainings/${training.id}/roster?${new URLSearchParams({ ...query, ...more })}`
  return (
    <Pagination
      label={t('caption')}
      first={further ? { href: to({}), text: t('first') } : null}
      next={next ? { href: to({ after: next }), text: t('next') } : null}
    />
  )
}
