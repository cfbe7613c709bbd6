import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RuledList } from '@/components/ui/page-parts'
import { CellNote } from '@/components/ui/table'

export interface EvidenceItem {
  id: string
  /** The URL of the file, which checks the permission itself. */
  href: string
  name: string
  kind: 'pdf' | 'jpeg' | 'png'
  /** 0 where the file is generated from a roster's line when it is opened. */
  bytes: number
}

/** The proofs of a record: links to the files, with `pictures` also the images themselves. `action` adds a button to each. */
export function EvidenceList({
  items,
  action,
  pictures = false,
}: {
  items: readonly EvidenceItem[]
  action?: (item: EvidenceItem) => ReactNode
  pictures?: boolean
}) {
  const t = useTranslations('views.record.evidence')
  if (items.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <RuledList>
      {items.map((item) => (
        <li key={item.id}>
          {pictures && item.kind !== 'pdf' ? (
            <a href={item.href} className="mb-2 block">
              {/* biome-ignore lint/performance/noImgElement: served by permission, never optimised or cached */}
              <img src={item.href} alt={item.name} loading="lazy" className="max-h-96 max-w-full rounded-tag border border-line" />
            </a>
          ) : null}
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <div className="min-w-0">
              <a href={item.href} aria-label={t('open', { name: item.name })} className="inline-flex min-h-11 items-center">
                {item.name}
              </a>
              <CellNote>
                {item.bytes === 0 ? t('fromRoster') : t('size', { size: sizeWords(item.bytes), kind: t(`kind.${item.kind}`) })}
              </CellNote>
            </div>
            {action?.(item)}
          </div>
        </li>
      ))}
    </RuledList>
  )
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
