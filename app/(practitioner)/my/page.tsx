import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { Tabs } from '@/components/ui/tabs'
import { YearBars, type YearHours } from '@/components/year/bars'
import { formatDate, formatInstant, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { type MyYear, readMyYear } from '@/lib/server/year/read-my-year'
import { isInGroup } from '@/lib/workflow/state-groups'
import { LostRecords } from './_parts/lost-records'
import { NextStepPart } from './_parts/next-step'
import { TransferNote } from './_parts/transfer-note'
import { WaitingList } from './_parts/waiting-list'
import { YearRecords } from './_parts/year-records'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('year.title') }
}

const search = {
  year: z.coerce.number().int().min(1900).max(2999).nullable().catch(null),
  done: enumParam(['requested', 'withdrawn', 'reopened']),
}

export default async function MyYearPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, asked, t, locale] = await Promise.all([
    pageActor('practitioner'),
    readSearch(searchParams, search),
    getTranslations('my'),
    currentLocale(),
  ])
  const year = await readMyYear(actor, asked.year, await now())
  const any = year.registered.length + year.waiting.length > 0
  return (
    <>
      <PageHead title={await headline(year, locale)} lead={await lead(year, locale)} />
      {year.years.length > 1 ? (
        <Tabs
          label={t('year.switch')}
          items={year.years.map((value) => ({
            href: `/my?year=${value}`,
            text: t('year.other', { year: String(value) }),
            current: value === year.year,
          }))}
        />
      ) : null}
      {asked.done ? <Notice tone="ok" live title={t(`year.done.${asked.done}`)} /> : null}
      <Columns
        label={t('year.nextLabel')}
        aside={
          <>
            <NextStepPart year={year} locale={locale} />
            <Section title={t('year.waiting')}>
              <WaitingList year={year} locale={locale} />
            </Section>
          </>
        }
      >
        <Sheet label={t('year.bars', { year: String(year.year) })}>
          {year.revocation ? (
            <Notice tone="bad" title={t('year.revocation', { year: String(year.year), date: formatInstant(year.revocation.at, locale) })}>
              {year.revocation.reason ? <q>{year.revocation.reason}</q> : null}
              <p>{t('year.revocationHint')}</p>
            </Notice>
          ) : null}
          <YearBars hours={hoursOf(year)} locale={locale} revoked={year.revocation !== null} />
          {year.transfer ? (
            <div className="mt-6">
              <TransferNote transfer={year.transfer} locale={locale} />
            </div>
          ) : null}
          <Section title={t('year.records')}>
            {any ? <YearRecords year={year} locale={locale} /> : <EmptyState title={t('year.empty')}>{t('year.emptyLead')}</EmptyState>}
            {year.lost.length > 0 ? (
              <div className="mt-6">
                <h3 className="mb-2">{t('year.lost.title')}</h3>
                <LostRecords rows={year.lost} locale={locale} />
              </div>
            ) : null}
            <p className="mt-3 flex flex-wrap gap-x-6">
              <TextLink href="/my/records" className="inline-flex min-h-11 items-center">
                {t('year.allRecords')}
              </TextLink>
              <TextLink href={`/calculator?year=${year.year}`} className="inline-flex min-h-11 items-center">
                {t('year.calculator')}
              </TextLink>
            </p>
          </Section>
        </Sheet>
        {year.next.kind === 'log' || year.next.kind === 'wait' ? null : (
          <p className="mt-4" data-print="no">
            <LinkButton kind="secondary" href="/my/records/new">
              {t('year.next.log')}
            </LinkButton>
          </p>
        )}
      </Columns>
    </>
  )
}

function hoursOf({ result, waitingHours, required }: MyYear): YearHours {
  const professional = Math.min(waitingHours.professional, waitingHours.total)
  return {
    professional: result.totals.professional,
    public: result.totals.public,
    waiting: { professional, public: Math.round((waitingHours.total - professional) * 10) / 10 },
    required,
  }
}

async function headline({ year, state, result }: MyYear, locale: Locale): Promise<string> {
  const t = await getTranslations('my.year.headline')
  const named = { year: String(year) }
  if (state && isInGroup('year', state, 'certified')) return t('certified', named)
  if (state && isInGroup('year', state, 'revoked')) return t('revoked', named)
  if (state && isInGroup('year', state, 'certification')) return t('requested', named)
  if (result.met) return t('met', named)
  const { professional, total } = result.shortfall
  // English counts with the number itself, Chinese only shows it.
  const figure = (value: number) => (locale === 'en' ? value : formatNumber(value, locale))
  if (professional > 0 && total > professional)
    return t('both', { ...named, professional: formatNumber(professional, locale), total: figure(total) })
  return professional > 0 ? t('professional', { ...named, hours: figure(professional) }) : t('total', { ...named, hours: figure(total) })
}

async function lead({ year, state, result, publicUntil }: MyYear, locale: Locale): Promise<string | null> {
  const t = await getTranslations('my.year.lead')
  if (state && isInGroup('year', state, 'certified')) return t('certified')
  if (state && isInGroup('year', state, 'certification')) return null
  if (result.met) return t('request')
  const professional = formatDate(`${year}-12-31`, locale, 'short')
  return publicUntil ? t('until', { public: formatDate(publicUntil, locale), professional }) : t('untilSame', { professional })
}
