import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/record/state-tag'
import { TextLink } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import type { SimilarRecord } from './types'

/**
 * Records about the same document and what they have in common. Of records outside the reader's permission it shows only that they exist.
 */
export function SimilarRecords({ similar, recordHref }: { similar: readonly SimilarRecord[]; recordHref: (id: string) => string }) {
  const t = useTranslations('review')
  const beside = useTranslations('beside')
  if (similar.length === 0) return <span>{t('similarNone')}</span>
  return (
    <ul className="space-y-1">
      {similar.map(({ same, samePerson, record }, place) => {
        const kinds = [...new Set(same.map((kind) => beside(`alike.${kind}`)))].join(' · ')
        return (
          <li key={record?.id ?? place}>
            <Tag tone="warn">{beside(samePerson ? 'similar.own' : 'similar.other', { same: kinds })}</Tag>
            {record ? (
              <span className="flex flex-wrap items-center gap-x-2">
                <TextLink href={recordHref(record.id)}>{record.title}</TextLink>
                <span className="text-muted text-sm">{[record.personName, record.year].join(' · ')}</span>
                <StateTag machine="record" state={record.state} />
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
