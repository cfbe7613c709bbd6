import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { RuledList } from '@/components/ui/page-parts'
import { servedYears } from '@/lib/rules/rule-sets'
import type { RuleSet } from '@/lib/rules/types'
import type { Rules } from '@/lib/server/rule-set/in-force'

/** The published versions, the latest first, each with the years it serves. */
export function SetLinks({ sets, titles }: { sets: readonly RuleSet[]; titles: Rules['titles'] }) {
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
            <p className="text-muted text-sm">{[titles[set.id], servedWords(set, sets, t)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
    </RuledList>
  )
}

export function setAddress(code: string, other?: string): string {
  const set = `/rules/sets/${encodeURIComponent(code)}`
  return other === undefined ? set : `${set}/compare/${encodeURIComponent(other)}`
}

export function servedWords(set: RuleSet, sets: readonly RuleSet[], t: ReturnType<typeof useTranslations<'ruleSets'>>): string {
  const { from, until } = servedYears(set, sets)
  if (until === null) return from === null ? t('servesAlways') : t('servesFrom', { from: String(from) })
  return from === null
    ? t('servesUntil', { until: String(until) })
    : t(from === until ? 'servesOne' : 'serves', { from: String(from), until: String(until) })
}
