import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { StatusTag } from '@/components/record/status-tag'
import { buttonClass } from '@/components/ui/button'
import { Section } from '@/components/ui/page-parts'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { EntryWords } from '@/components/what-if/entry-words'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import type { Status, YearResult } from '@/lib/rules/types'
import { placeOf, type WhatIf } from '@/lib/rules/what-if/state'
import type { CalculatorAnswer } from './answer-of'
import { StateForm } from './state-form'

interface Option {
  id: string
  hours: number
  kind: string
  detail: string
  status: Status
  year: YearResult
}

/** The year's options side by side, with the year that each would make. Nothing where there is no choice. */
export const OptionList = memo(function OptionList({
  state,
  answer,
  locale,
  words,
}: {
  state: WhatIf
  answer: CalculatorAnswer
  locale: Locale
  words: EntryWords
}) {
  const t = useTranslations('calculator.options')
  const { input, ruleSet, result } = answer
  const { selected, recommended, options } = result.choice
  if (options.length < 2 || selected === null) return null
  const rows = options.flatMap(({ id, hours }): Option[] => {
    const entry = state.entries[placeOf(id)]
    const line = result.lines.find((each) => each.id === id)
    if (!entry || !line) return []
    const year = id === selected ? result : evaluateYear({ ...input, choice: id }, { ruleSet })
    return [{ id, hours, kind: words.kind(entry.category, null), detail: words.detail(entry), status: line.status, year }]
  })
  const number = (value: number) => formatNumber(value, locale)
  const sum = (value: number, required: number | null) => (required === null ? number(value) : `${number(value)} / ${number(required)}`)
  return (
    <Section title={t('title')}>
      <p className="-mt-2 mb-3 max-w-text text-muted">{t('lead')}</p>
      <StateForm except={['pick']}>
        <Table<Option>
          caption={t('title')}
          rows={rows}
          rowKey={({ id }) => id}
          highlighted={({ id }) => id === selected}
          columns={[
            {
              id: 'choice',
              head: t('choice'),
              cell: ({ id, kind, detail, status }) => (
                <>
                  {kind}
                  {detail ? <CellNote>{detail}</CellNote> : null}
                  <span className="flex flex-wrap gap-1.5">
                    {id === recommended ? <Tag tone="ok">{t('highest')}</Tag> : null}
                    <StatusTag status={status} />
                  </span>
                </>
              ),
            },
            { id: 'alone', head: t('alone'), numeric: true, cell: ({ hours }) => number(hours) },
            {
              id: 'professional',
              head: t('professional'),
              numeric: true,
              cell: ({ year }) => sum(year.totals.professional, year.required.professional),
            },
            { id: 'total', head: t('total'), numeric: true, cell: ({ year }) => sum(year.totals.total, year.required.total) },
            {
              id: 'act',
              head: <span className="sr-only">{t('choose')}</span>,
              bare: true,
              cell: ({ id, kind, detail, year }) => (
                <>
                  <CellNote>{year.met ? t('met') : t('short', { hours: number(shortOf(year)) })}</CellNote>
                  {id === selected ? (
                    <Tag tone="wait">{t('current')}</Tag>
                  ) : (
                    <button
                      type="submit"
                      name="choose"
                      value={placeOf(id) + 1}
                      aria-label={t('chooseOf', { what: [kind, detail].filter(Boolean).join(' · ') })}
                      className="min-h-11 whitespace-nowrap text-accent text-sm underline underline-offset-[0.2em] hover:text-accent-dark"
                    >
                      {t('choose')}
                    </button>
                  )}
                </>
              ),
            },
          ]}
        />
        {state.pick === null ? null : (
          <button type="submit" name="choose" value="0" className={`mt-2 ${buttonClass('quiet')}`}>
            {t('automatic')}
          </button>
        )}
      </StateForm>
    </Section>
  )
})

function shortOf({ shortfall }: YearResult): number {
  return Math.max(shortfall.total, shortfall.professional, shortfall.public)
}
