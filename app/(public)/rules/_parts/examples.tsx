import { useTranslations } from 'next-intl'
import { WhyLines } from '@/components/record/why'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/link'
import { RuledList, Section } from '@/components/ui/page-parts'
import { Tag } from '@/components/ui/tag'
import { useEntryWords } from '@/components/what-if/entry-words'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Category, RuleSet } from '@/lib/rules/types'
import { type Example, examplesOf } from '@/lib/rules/what-if/examples'

/** Usual cases of a category, worked out by the rules themselves, and why some of them do not count. */
export function Examples({ category, ruleSet, year, locale }: { category: Category; ruleSet: RuleSet; year: number; locale: Locale }) {
  const t = useTranslations('ruleSets.examples')
  const terms = useTranslations('terms')
  const words = useEntryWords(locale, ruleSet.platforms)
  const examples = examplesOf(category, ruleSet, year)
  const reasons = [...new Set(examples.flatMap(({ line }) => line.reason ?? []))]
  return (
    <>
      <Section title={t('title')}>
        <p className="-mt-2 mb-3 max-w-text text-muted">{t('lead', { id: ruleSet.id, year: String(year) })}</p>
        <RuledList>
          {examples.map((example) => (
            <li key={JSON.stringify(example.entry)}>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span>
                  {[words.detail(example.entry) || terms(`category.${category}`), formatDate(example.entry.completedOn, locale)].join(
                    ' · ',
                  )}
                </span>
                <Tag tone={example.line.counted > 0 ? (example.line.reason ? 'warn' : 'ok') : 'off'}>{counts(example)}</Tag>
              </p>
              <Disclosure
                summary={example.line.reason ? terms(`reason.${example.line.reason}`) : t('hours', { hours: example.line.counted })}
              >
                <WhyLines explanation={example.explanation} ruleSet={ruleSet.id} locale={locale} />
              </Disclosure>
            </li>
          ))}
        </RuledList>
        <TextLink href={`/calculator?year=${year}&add=${category}`} className="inline-flex min-h-11 items-center">
          {t('calculator')}
        </TextLink>
      </Section>
      {reasons.length > 0 ? (
        <Section title={t('reasons')}>
          <ul className="list-disc space-y-1 pl-5">
            {reasons.map((reason) => (
              <li key={reason} className="max-w-text">
                {terms(`reason.${reason}`)}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )

  function counts({ line }: Example): string {
    if (line.counted === 0) return t('nothing')
    return line.counted === line.hours ? t('hours', { hours: line.counted }) : t('partly', { hours: line.hours, counted: line.counted })
  }
}
