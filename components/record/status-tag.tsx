import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { Status } from '@/lib/rules/types'

/**
 * The status of a figure: how well our copy of the law supports it. Legible figures have no tag unless `always`; all others must have it.
 */
export function StatusTag({ status, always = false }: { status: Status; always?: boolean }) {
  const t = useTranslations('terms')
  if (status === 'legible') return always ? <Tag tone="ok">{t('status.legible')}</Tag> : null
  return <Tag tone="warn">{t(`status.${status}`)}</Tag>
}
