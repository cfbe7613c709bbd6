import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FilterBar } from '@/components/ui/filter-bar'

/** A list's filters. `clear`: its address without them, while some are set; `apply`: the button, where it says more than to filter. */
export function Filters({ apply, clear, children }: { apply?: string; clear: string | null; children: ReactNode }) {
  const t = useTranslations('common.filter')
  return (
    <FilterBar label={t('label')} apply={apply ?? t('apply')} clear={clear === null ? null : { href: clear, text: t('clear') }}>
      {children}
    </FilterBar>
  )
}
