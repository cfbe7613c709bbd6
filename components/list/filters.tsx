import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FilterBar } from '@/components/ui/filter-bar'

/** The filters of a list. `clear`: the list's URL without filters, where some are set; `apply`: another text of the button. */
export function Filters({ apply, clear, children }: { apply?: string; clear: string | null; children: ReactNode }) {
  const t = useTranslations('common.filter')
  return (
    <FilterBar label={t('label')} apply={apply ?? t('apply')} clear={clear === null ? null : { href: clear, text: t('clear') }}>
      {children}
    </FilterBar>
  )
}
