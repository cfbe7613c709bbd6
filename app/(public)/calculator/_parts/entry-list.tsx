import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Clause } from '@/components/record/clause'
import { Section } from '@/components/ui/page-parts'
import { CellNote } from '@/components/ui/table'
import type { EntryWords } from '@/components/what-if/entry-words'
import { type YearLine, YearLines } from '@/components/year/lines'
import type { Locale } from '@/lib/i18n/locales'
import { explainLine } from '@/lib/rules/explain'
import { placeOf, type WhatIf } from '@/lib/rules/what-if/state'
import type { CalculatorAnswer } from './answer-of'
import { StateForm } from './state-form'

/** Every entry: its hours, clause, certainty, whether it counts and why not; to change, double or remove. */
export function EntryList({
  state,
  answer,
  locale,
  words,
  notice,
}: {
  state: WhatIf
  answer: CalculatorAnswer
  locale: Locale
  words: EntryWords
  notice: ReactNode
}) {
  const t = useTranslations('calculator.entries')
  const terms = useTranslations('terms')
  const { input, result, ruleSet } = answer
  const lines = result.lines.flatMap((line, place): YearLine[] => {
    const [entry, record] = [state.entries[place], input.records[place]]
    if (!entry || !record) return []
    return [
      {
        line,
        title: words.detail(entry) || terms(`category.${entry.category}`),
        category: entry.category,
        completedOn: entry.completedOn,
        explanation: explainLine(line, record, ruleSet, result.year),
        chosen: result.choice.selected === line.id && result.choice.options.length > 1,
      },
    ]
  })
  return (
    <Section
      title={
        <>
          {t('title')}
          {lines.length > 0 ? <span className="ml-2 font-normal text-base text-muted">{t('count', { count: lines.length })}</span> : null}
        </>
      }
    >
      {notice}
      {lines.length === 0 ? (
        <p className="text-muted">{t('empty')}</p>
      ) : (
        <StateForm>
          <YearLines lines={lines} ruleSet={ruleSet.id} locale={locale} name={nameOf} acts={actsOf} />
        </StateForm>
      )}
      {warnings()}
    </Section>
  )

  function nameOf({ line, title }: YearLine) {
    return (
      <>
        <span className="font-semibold">{title}</span>
        <CellNote>
          <Clause id={line.clause} />
        </CellNote>
        {line.reason ? <p className="text-warn">{terms(`reason.${line.reason}`)}</p> : null}
      </>
    )
  }

  function actsOf({ line, title, category }: YearLine) {
    const value = String(placeOf(line.id) + 1)
    const what = [terms(`category.${category}`), title].join(' · ')
    return (
      <span className="flex flex-wrap gap-x-3 sm:flex-col sm:items-start">
        {(['edit', 'copy', 'remove'] as const).map((name) => (
          <button
            key={name}
            type="submit"
            name={name}
            value={value}
            aria-label={t(`${name}Of`, { what })}
            className="min-h-11 whitespace-nowrap text-accent text-sm underline underline-offset-[0.2em] hover:text-accent-dark sm:min-h-8"
          >
            {t(name)}
          </button>
        ))}
      </span>
    )
  }

  function warnings() {
    const overlap = result.warnings.find(({ code }) => code === 'overlapping_days')
    const provisional = result.warnings.some(({ code }) => code === 'provisional_figure')
    const named = overlap?.records.map((id) => lines.find(({ line }) => line.id === id)?.title ?? id).join(locale === 'en' ? '; ' : '；')
    return (
      <>
        {named ? <p className="mt-3 text-warn">{t('overlap', { list: named })}</p> : null}
        {provisional ? <p className="mt-3 text-warn">{t('provisional')}</p> : null}
      </>
    )
  }
}
