import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { buttonClass } from '@/components/ui/button'
import { Section } from '@/components/ui/page-parts'
import type { EntryWords } from '@/components/what-if/entry-words'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { encodeEntry } from '@/lib/rules/what-if/entry-code'
import { missingOf, type Suggestion } from '@/lib/rules/what-if/shortfall'
import { placeOf, type WhatIf } from '@/lib/rules/what-if/state'
import type { CalculatorAnswer } from './answer-of'
import { StateForm } from './state-form'

/** What would fill the year, as things that can be done; each can be tried with one press. */
export const MissingWays = memo(function MissingWays({
  state,
  answer,
  today,
  words,
}: {
  state: WhatIf
  answer: CalculatorAnswer
  today: PlainDate
  words: EntryWords
}) {
  const t = useTranslations('calculator')
  if (answer.result.met) return null
  const { gaps, whole } = missingOf(answer.input, answer.ruleSet, today)
  return (
    <Section title={t('missing.title')}>
      <StateForm>
        {gaps.map((gap, place) => (
          <div key={gap.subject} className="mb-4">
            <p className="font-semibold">
              {t(`missing.gap.${gap.subject === 'any' && place > 0 ? 'anyMore' : gap.subject}`, { hours: gap.hours })}
            </p>
            {gap.over ? <p className="text-muted text-sm">{t('missing.over', { year: String(state.year) })}</p> : null}
            {list(gap.ways)}
          </div>
        ))}
        {whole.length > 0 ? (
          <>
            <p className="font-semibold">{t(gaps.length > 0 ? 'missing.whole' : 'missing.wholeOnly')}</p>
            {list(whole)}
          </>
        ) : gaps.length === 0 ? (
          <p>{t('missing.none')}</p>
        ) : null}
      </StateForm>
    </Section>
  )

  function list(ways: readonly Suggestion[]) {
    if (ways.length === 0) return <p>{t('missing.none')}</p>
    return (
      <ul className="[&>li+li]:border-line [&>li+li]:border-t">
        {ways.map((way) => {
          const what = sentence(way)
          return (
            <li key={what} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span className="min-w-0 flex-1 basis-64">
                {what}
                <span className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
                  {t('missing.gain', { hours: way.hours })}
                  <Clause id={way.clause} />
                  <StatusTag status={way.status} />
                </span>
              </span>
              <button type="submit" {...actOf(way)} className={buttonClass('quiet')} aria-label={t('missing.tryOf', { what })}>
                {t(way.entry ? 'missing.try' : 'missing.choose')}
              </button>
            </li>
          )
        })}
      </ul>
    )
  }

  function sentence(way: Suggestion): string {
    const what = words.kind(way.category, way.option)
    if (way.kind === 'achievement') return t('way.achievement', { what })
    if (way.kind === 'choose') return t('way.choose', { what })
    return t(`way.${way.kind}_${way.subject}`, { amount: way.amount, platform: way.platform ?? '' })
  }

  function actOf({ entry, choice }: Suggestion): { name: string; value: string } {
    if (!entry) return { name: 'choose', value: String(placeOf(choice ?? '') + 1) }
    return { name: choice === null ? 'take' : 'takepick', value: encodeEntry(entry) }
  }
})
