'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { FormWords } from '@/components/forms/types'
import { Columns, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { useScripts } from '@/components/ui/use-browser'
import { useEntryWords } from '@/components/what-if/entry-words'
import { type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import type { Locale } from '@/lib/i18n/locales'
import type { RuleSet } from '@/lib/rules/types'
import { addressParts, queryOf } from '@/lib/rules/what-if/address'
import { type ActionParts, dispatch, reduce, type View } from '@/lib/rules/what-if/reduce'
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
import { CarriedState } from './state-form'

interface Props {
  first: View
  sets: readonly RuleSet[]
  today: PlainDate
  locale: Locale
  words: FormWords
}

/** What the forms carry once scripts run. */
const NOTHING = {}
/** Milliseconds from a press to its address. */
const SOON = 100

/**
 * The whole calculator. Each of its forms can be sent to the server by GET; once scripts run, the same `reduce` answers them here and
 * nothing is sent. The state is kept in the URL.
 */
export function Calculator({ first, sets, today, locale, words }: Props) {
  const t = useTranslations('calculator')
  const terms = useTranslations('terms')
  const [view, setView] = useState(first)
  const [turn, setTurn] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  const { state, form } = view
  const now = useMemo(() => ({ state, answer: answerOf(state, sets) }), [state, sets])
  // The answer is drawn first: what is missing and what each option would make take many more evaluations.
  const later = useDeferredValue(now)
  const { answer } = now
  const entryWords = useEntryWords(locale, answer.ruleSet.platforms)
  const address = `/calculator?${queryOf(state)}`
  const scripts = useScripts()

  useEffect(() => {
    // Coming back, the browser may show the page as the server first sent it; the address knows better.
    const here = reduce(partsOf(new URLSearchParams(window.location.search)), { sets, today })
    if (queryOf(here.state) !== queryOf(first.state)) setView(here)
  }, [first, sets, today])

  useEffect(() => {
    if (view === first) return
    // After the answer is drawn, since the router draws the page once more for it; once for presses in quick succession.
    const soon = setTimeout(() => window.history.replaceState(null, '', address), SOON)
    return () => clearTimeout(soon)
  }, [view, first, address])

  useEffect(() => {
    // What was pressed is gone: the focus goes to what came of it.
    if (turn > 0) place.current?.querySelector<HTMLElement>('[data-focus]')?.focus()
  }, [turn])

  function answerForm(event: FormEvent<HTMLElement>) {
    if (!(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const next = dispatch(state, partsOf(new FormData(event.target, submitter)), { sets, today })
    setView(next)
    if (next.form || next.changed || next.removed || next.full) setTurn(turn + 1)
  }

  const wrong = form !== null && Object.keys(form.faults).length > 0
  const heading = form
    ? t(form.place === null ? 'add.form' : 'add.again', { category: terms(`category.${form.category}`) })
    : t('add.title')
  return (
    <CarriedState value={scripts ? NOTHING : addressParts(state)}>
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
                  <AddPart form={form} platforms={answer.ruleSet.platforms} words={words} />
                </Section>
                <Section title={t('settings.title')} className="mt-9">
                  <SettingsPart
                    year={state.year}
                    ruleSet={state.ruleSet}
                    transferredOn={state.transferredOn}
                    sets={sets}
                    counted={answer.ruleSet.id}
                    thisYear={yearOf(today)}
                  />
                </Section>
              </div>
              <Section title={t('share.title')} className="print:hidden">
                <SharePart address={address} />
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
            <Later stale={later !== now}>
              <MissingWays {...later} today={today} words={entryWords} />
            </Later>
            <EntryList
              state={state}
              answer={answer}
              locale={locale}
              words={entryWords}
              notice={<EntryNotice view={view} words={entryWords} />}
            />
            <div className="mt-9 empty:hidden" onSubmit={later === now ? undefined : ignore}>
              <OptionList {...later} locale={locale} words={entryWords} />
            </div>
            <PrintedAddress address={address} />
          </Sheet>
        </Columns>
      </div>
    </CarriedState>
  )
}

/** What is drawn a moment after the answer; while it is `stale`, a press in it is about entries that have changed, and not taken. */
function Later({ stale, children }: { stale: boolean; children: ReactNode }) {
  return (
    <div className="mt-9 empty:hidden" onSubmit={stale ? ignore : undefined}>
      {children}
    </div>
  )
}

function ignore(event: FormEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

function partsOf(given: Iterable<[string, FormDataEntryValue]>): ActionParts {
  return Object.fromEntries([...given].filter(([, value]) => typeof value === 'string'))
}
