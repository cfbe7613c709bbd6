import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/record/state-tag'
import { TextLink } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import type { SimilarRecord } from './types'

/** Records that hand in the very same file: whose, which, and how far they are. */
export function SimilarProofs({ similar, recordHref }: { similar: readonly SimilarRecord[]; recordHref: (id: string) => string }) {
  const t = useTranslations('review')
  if (similar.length === 0) return <span>{t('similarNone')}</span>
  return (
    <ul>
      {similar.map((other) => (
        <li key={other.id} className="flex flex-wrap items-center gap-x-2">
          <Tag tone="warn">{t(other.samePerson ? 'similarOwn' : 'similarOther')}</Tag>
          {other.visible ? <TextLink href={recordHref(other.id)}>{other.title}</TextLink> : other.title}
          <span className="text-muted text-sm">{[other.personName, other.year].filter(Boolean).join(' · ')}</span>
          <StateTag machine="record" state={other.state} />
        </li>
      ))}
    </ul>
  )
}
