import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { RuledList } from '@/components/ui/page-parts'
import type { RuleSet } from '@/lib/rules/types'

/** The published versions, the latest first, each with the years it serves. */
export function SetLinks({ sets }: { sets: readonly RuleSet[] }) {
  const t = useTranslations('ruleSets')
  return (
    <RuledList>
      {[...sets]
        .sort((a, b) => b.fromYear - a.fromYear)
        .map((set) => (
          <li key={set.id}>
            <TextLink href={setAddress(set.id)} className="font-semibold">
              {t('name', { id: set.id })}
            </TextLink>
            <p className="text-muted text-sm">{servedWords(set, t)}</p>
          </li>
        ))}
    </RuledList>
  )
}

export function setAddress(code: string, other?: string): string {
  const set = `/rules/sets/${encodeURIComponent(code)}`
  return other === undefined ? set : `${set}/compare/${encodeURIComponent(other)}`
}

/** Before it no credit year is asked for. */
const EVER = 1900

export function servedWords({ fromYear, untilYear }: RuleSet, t: ReturnType<typeof useTranslations<'ruleSets'>>): string {
  if (untilYear !== undefined) return t('serves', { from: String(fromYear), until: String(untilYear) })
  return fromYear <= EVER ? t('servesAlways') : t('servesFrom', { from: String(fromYear) })
}
