import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { Status } from '@/lib/rules/types'

/** How sure a figure is. What stands in the law says nothing unless `always`; what does not is never shown without this. */
export function StatusTag({ status, always = false }: { status: Status; always?: boolean }) {
  const t = useTranslations('terms')
  if (status === 'legible') return always ? <Tag tone="ok">{t('status.legible')}</Tag> : null
  return <Tag tone="warn">{t(`status.${status}`)}</Tag>
}
