import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { TermFacts } from '@/components/term/facts'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { Tabs } from '@/components/ui/tabs'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { enumParam, idParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { readTermView, type TermView } from '@/lib/server/term/read-term-view'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { TermAside } from './_parts/aside'
import { assumedOf } from './_parts/assumed'
import { WhatIf } from './_parts/what-if'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('term'))('title') }
}

const shape = {
  appointment: idParam(),
  end: z.coerce.number().int().min(1900).max(2999).nullable().catch(null),
  done: enumParam(['requested', 'withdrawn']),
}

/** The years of a term against what they must hold on average, what is left and how to spread it, the request for its certification. */
export default async function TermPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, given, search, t, locale, at] = await Promise.all([
    pageActor('practitioner'),
    searchParams,
    readSearch(searchParams, shape),
    getTranslations('term'),
    currentLocale(),
    now(),
  ])
  const view = await readTermView(actor, null, { ...search, assumed: assumedOf(given) }, at)
  const { standing, figures } = view
  return (
    <>
      <PageHead title={await headline(view, locale)} lead={await lead(view, locale)} />
      {view.appointments.length > 1 ? (
        <Tabs
          label={t('appointments')}
          items={view.appointments.map(({ id, titleName, from, until }) => ({
            href: `/my/term?appointment=${id}`,
            text: until
              ? t('appointment', { title: titleName, from: from.slice(0, 4), to: until.slice(0, 4) })
              : t('appointmentOpen', { title: titleName, from: from.slice(0, 4) }),
            current: id === view.appointment?.id,
          }))}
        />
      ) : null}
      {search.done ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      <Columns label={t('nextLabel')} aside={<TermAside view={view} locale={locale} />}>
        <Sheet>
          {standing && figures ? (
            <>
              <TermFacts
                standing={standing}
                required={figures}
                guard={figures}
                left={view.yearsLeft}
                note={await paperNotes(view)}
                locale={locale}
              />
              {view.yearsLeft.length > 0 ? <WhatIf view={view} locale={locale} /> : null}
            </>
          ) : (
            <EmptyState
              title={t(view.appointment ? 'headline.uncovered' : 'headline.none')}
              action={<LinkButton href="/my/history">{t('paper.go')}</LinkButton>}
            >
              {t(view.appointment ? 'lead.uncovered' : 'lead.none')}
            </EmptyState>
          )}
        </Sheet>
      </Columns>
    </>
  )
}

async function headline({ standing, appointment }: TermView, locale: Locale): Promise<string> {
  const t = await getTranslations('term.headline')
  if (!standing) return t(appointment ? 'uncovered' : 'none')
  const { years, outcome, required, totals, rushYear } = standing
  const short = (need: number, has: number) => formatNumber(Math.max(0, Math.round((need - has) * 10) / 10), locale)
  return t(outcome, {
    from: String(years[0]),
    to: String(years.at(-1)),
    total: short(required.total, totals.total),
    professional: short(required.professional, totals.professional),
    year: String(rushYear ?? ''),
  })
}

async function lead({ appointment, end }: TermView, locale: Locale): Promise<string | null> {
  const t = await getTranslations('term.lead')
  if (!appointment) return null
  const title = [appointment.titleSeries, appointment.titleName].filter(Boolean).join(' ')
  const from = formatDate(appointment.from, locale)
  const which = appointment.until
    ? t('ended', { title, from, to: formatDate(appointment.until, locale) })
    : t('running', { title, from, end: String(end) })
  return `${which}${locale === 'en' ? ' ' : ''}${t('rule')}`
}

/** Of a year whose paper waits for its person or a bureau. */
async function paperNotes({ waitingPaper }: TermView): Promise<(year: number) => string | null> {
  const [t, states] = await Promise.all([getTranslations('term'), getTranslations('states.historic')])
  return (year) => {
    const paper = waitingPaper.find((row) => row.year === year)
    return paper ? t('waitingPaper', { state: states(paper.state) }) : null
  }
}
