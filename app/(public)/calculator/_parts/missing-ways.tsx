import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { buttonClass } from '@/components/ui/button'
import { Section } from '@/components/ui/page-parts'
import type { EntryWords } from '@/components/what-if/entry-words'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { encodeEntry } from '@/lib/rules/what-if/entry-code'
import { type Suggestion, suggestionsFor } from '@/lib/rules/what-if/shortfall'
import { placeOf, type WhatIf } from '@/lib/rules/what-if/state'
import type { CalculatorAnswer } from './answer-of'
import { StateForm } from './state-form'

/** Suggestions that would make the year meet its minimums; each can be tried with one button. */
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
  const { shortfalls, complete } = suggestionsFor(answer.input, answer.ruleSet, today)
  return (
    <Section title={t('missing.title')}>
      <StateForm>
        {shortfalls.map(({ subject, hours, over, suggestions }, place) => (
          <div key={subject} className="mb-4">
            <p className="font-semibold">{t(`missing.gap.${subject === 'any' && place > 0 ? 'anyMore' : subject}`, { hours })}</p>
            {over ? <p className="text-muted text-sm">{t('missing.over', { year: String(state.year) })}</p> : null}
            {list(suggestions)}
          </div>
        ))}
        {complete.length > 0 ? (
          <>
            <p className="font-semibold">{t(shortfalls.length > 0 ? 'missing.whole' : 'missing.wholeOnly')}</p>
            {list(complete)}
          </>
        ) : shortfalls.length === 0 ? (
          <p>{t('missing.none')}</p>
        ) : null}
      </StateForm>
    </Section>
  )

  function list(suggestions: readonly Suggestion[]) {
    if (suggestions.length === 0) return <p>{t('missing.none')}</p>
    return (
      <ul className="[&>li+li]:border-line [&>li+li]:border-t">
        {suggestions.map((suggestion) => {
          const what = sentence(suggestion)
          return (
            <li key={what} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span className="min-w-0 flex-1 basis-64">
                {what}
                <span className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
                  {t('missing.gain', { hours: suggestion.hours })}
                  <Clause id={suggestion.clause} />
                  <StatusTag status={suggestion.status} />
                </span>
              </span>
              <button type="submit" {...buttonOf(suggestion)} className={buttonClass('quiet')} aria-label={t('missing.tryOf', { what })}>
                {t(suggestion.entry ? 'missing.try' : 'missing.choose')}
              </button>
            </li>
          )
        })}
      </ul>
    )
  }

  function sentence({ kind, category, option, subject, amount, platform }: Suggestion): string {
    const what = words.kind(category, option)
    if (kind === 'achievement') return t('way.achievement', { what })
    if (kind === 'choose') return t('way.choose', { what })
    return t(`way.${kind}_${subject}`, { amount, platform: platform ?? '' })
  }

  function buttonOf({ entry, choice }: Suggestion): { name: string; value: string } {
    if (!entry) return { name: 'choose', value: String(placeOf(choice ?? '') + 1) }
    return { name: choice === null ? 'take' : 'takepick', value: encodeEntry(entry) }
  }
})
