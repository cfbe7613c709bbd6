'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { FormWords } from '@/components/forms/types'
import { Columns, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { useEntryWords } from '@/components/what-if/entry-words'
import { type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import type { RuleSet } from '@/lib/rules/types'
import { queryOf } from '@/lib/rules/what-if/address'
import { type StepParts, step, type View } from '@/lib/rules/what-if/step'
import type { Locale } from '@/lib/words/locales'
import { AddPart } from './add-part'
import { AddressFaults } from './address-faults'
import { answerOf } from './answer-of'
import { EntryList } from './entry-list'
import { EntryNotice } from './entry-notice'
import { MissingWays } from './missing-ways'
import { OptionList } from './option-list'
import { Result } from './result'
import { SettingsPart } from './settings-part'
import { PrintedAddress, SharePart } from './share-part'

interface Props {
  first: View
  sets: readonly RuleSet[]
  today: PlainDate
  locale: Locale
  words: FormWords
}

/**
 * The whole calculator. Each of its forms can be sent to the server by GET; once scripts run they are answered here, by the same `step`,
 * and nothing is sent. The state lives in the address.
 */
export function Calculator({ first, sets, today, locale, words }: Props) {
  const t = useTranslations('calculator')
  const terms = useTranslations('terms')
  const [view, setView] = useState(first)
  const [turn, setTurn] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  const { state, form } = view
  const answer = answerOf(state, sets)
  const entryWords = useEntryWords(locale, answer.ruleSet.platforms)

  useEffect(() => {
    // Coming back, the browser may show the page as the server first sent it; the address knows better.
    const here = step(partsOf(new URLSearchParams(window.location.search)), { sets, today })
    if (queryOf(here.state) !== queryOf(first.state)) setView(here)
  }, [first, sets, today])

  useEffect(() => {
    // What was pressed is gone: the focus goes to what came of it.
    if (turn > 0) place.current?.querySelector<HTMLElement>('[data-focus]')?.focus()
  }, [turn])

  function answerForm(event: FormEvent<HTMLElement>) {
    if (!(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const next = step(partsOf(new FormData(event.target, submitter)), { sets, today })
    setView(next)
    if (next.form || next.told || next.removed || next.full) setTurn(turn + 1)
    window.history.replaceState(null, '', addressOf(next))
  }

  const wrong = form !== null && Object.keys(form.faults).length > 0
  const heading = form
    ? t(form.place === null ? 'add.form' : 'add.again', { category: terms(`category.${form.category}`) })
    : t('add.title')
  return (
    <div ref={place} onSubmit={answerForm}>
      <AddressFaults faults={view.faults} />
      <Columns
        label={t('add.title')}
        asideLast={state.entries.length > 0 && !form}
        aside={
          <>
            <div data-print="no">
              <Section
                id="add"
                title={
                  // Where something is wrong, the summary of it takes the focus.
                  <span data-focus={form && !wrong ? '' : undefined} tabIndex={-1} className="outline-none">
                    {heading}
                  </span>
                }
              >
                <AddPart state={state} form={form} platforms={answer.ruleSet.platforms} words={words} />
              </Section>
              <Section title={t('settings.title')} className="mt-9">
                <SettingsPart state={state} sets={sets} ruleSet={answer.ruleSet} thisYear={yearOf(today)} />
              </Section>
            </div>
            <Section title={t('share.title')} className="print:hidden">
              <SharePart address={addressOf(view)} />
            </Section>
          </>
        }
      >
        <Sheet label={t('result.label', { year: String(state.year) })}>
          <Result answer={answer} locale={locale} />
          {state.entries.length > 0 && !form ? (
            <p data-print="no" className="mt-2 md:hidden">
              <a href="#add" className="inline-flex min-h-11 items-center">
                {t('add.title')}
              </a>
            </p>
          ) : null}
          <MissingWays state={state} answer={answer} today={today} words={entryWords} />
          <EntryList
            state={state}
            answer={answer}
            locale={locale}
            words={entryWords}
            notice={<EntryNotice view={view} words={entryWords} />}
          />
          <OptionList state={state} answer={answer} locale={locale} words={entryWords} />
          <PrintedAddress address={addressOf(view)} />
        </Sheet>
      </Columns>
    </div>
  )
}

function addressOf({ state }: View): string {
  return `/calculator?${queryOf(state)}`
}

function partsOf(given: Iterable<[string, FormDataEntryValue]>): StepParts {
  return Object.fromEntries([...given].filter(([, value]) => typeof value === 'string'))
}
