import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { RuledList, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { formatDate, formatDateRange } from '@/lib/i18n/format'
import type { Subject } from '@/lib/rules/types'
import { buildUrl } from '@/lib/server/input/search'
import { findRecognised, type JudgedPlatform, type JudgedProvider, type JudgedTraining } from '@/lib/server/recognition/find-recognised'
import { currentLocale } from '@/lib/server/web/display'
import { Answer } from './answer'
import { Windows } from './windows'

interface Question {
  q: string
  on: PlainDate
  subject: Subject
}

/** What of that name counts on that day: platforms, trainings, providers, each with its verdict. */
export async function Answers({ q, on, subject }: Question) {
  const [found, t, terms, locale] = await Promise.all([
    findRecognised(q, on, subject),
    getTranslations('recognised'),
    getTranslations('terms'),
    currentLocale(),
  ])
  const { platforms, trainings, providers } = found
  const asked = t('asked', { day: formatDate(on, locale), subject: terms(`subject.${subject}`) })
  if (platforms.length + trainings.length + providers.length === 0) {
    return (
      <EmptyState title={t('none', { q })} action={<TextLink href={buildUrl('/register', { q })}>{t('lookInRegister')}</TextLink>}>
        <ul className="list-disc space-y-1 pl-5">
          <li>{t('noneWords')}</li>
          <li>{t(subject === 'professional' ? 'noneTraining' : 'nonePublicTraining')}</li>
          <li>{t('nonePlatform')}</li>
        </ul>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="mb-4 font-semibold" role="status">
        {asked}
      </p>
      <Group title={t('platforms')} rows={platforms}>
        {(row) => <PlatformAnswer key={row.code} row={row} on={on} />}
      </Group>
      <Group title={t('trainings')} rows={trainings}>
        {(row) => <TrainingAnswer key={row.id} row={row} on={on} />}
      </Group>
      <Group title={t('providers')} rows={providers}>
        {(row) => <ProviderAnswer key={row.id} row={row} on={on} />}
      </Group>
      {q === '' ? <p className="mt-4 text-muted">{t('nameForMore')}</p> : null}
    </>
  )
}

function Group<Row>({ title, rows, children }: { title: string; rows: readonly Row[]; children: (row: Row) => ReactNode }) {
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <Sheet>
        <RuledList>{rows.map(children)}</RuledList>
      </Sheet>
    </Section>
  )
}

async function PlatformAnswer({ row, on }: { row: JudgedPlatform; on: PlainDate }) {
  const [t, locale] = await Promise.all([getTranslations('recognised'), currentLocale()])
  return (
    <Answer name={row.name} verdict={row.verdict} because={t(`because.${row.verdict.because}`, { day: formatDate(on, locale) })}>
      <Windows windows={row.verdict.windows} />
    </Answer>
  )
}

async function TrainingAnswer({ row, on }: { row: JudgedTraining; on: PlainDate }) {
  const [t, terms, locale] = await Promise.all([getTranslations('recognised'), getTranslations('terms'), currentLocale()])
  const about = [
    row.number ? t('number', { number: row.number }) : null,
    row.provider,
    row.outside ? t('outside') : terms(`region.${row.regionCode}`),
  ]
  const held = t('held', { days: formatDateRange(row.startsOn, row.endsOn, locale), count: row.days })
  return (
    <Answer
      name={row.title}
      verdict={row.verdict}
      otherDay={row.onDay ? null : t('otherDay', { day: formatDate(on, locale), days: formatDateRange(row.startsOn, row.endsOn, locale) })}
      because={await trainingBecause(row, on)}
    >
      <p className="text-muted text-sm">{about.filter(Boolean).join(' · ')}</p>
      {row.onDay ? <p className="text-muted text-sm">{held}</p> : null}
    </Answer>
  )
}

async function ProviderAnswer({ row, on }: { row: JudgedProvider; on: PlainDate }) {
  const [t, terms] = await Promise.all([getTranslations('recognised'), getTranslations('terms')])
  return (
    <Answer name={row.name} verdict={row.verdict} because={await providerBecause(row, on)}>
      <p className="text-muted text-sm">{terms(`region.${row.regionCode}`)}</p>
      <TextLink href={buildUrl('/register', { q: row.name })} className="inline-flex min-h-11 items-center">
        {t('itsTrainings')}
      </TextLink>
    </Answer>
  )
}

async function trainingBecause({ verdict, startsOn, approvedOn }: JudgedTraining, on: PlainDate): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('recognised'), currentLocale()])
  const because = t(`because.${verdict.because}`, {
    day: formatDate(on, locale),
    starts: formatDate(startsOn, locale),
    approved: approvedOn ? formatDate(approvedOn, locale) : '',
  })
  return verdict.because === 'no_filing_needed' ? `${because} ${t('because.filed_professional')}` : because
}

async function providerBecause({ training, verdict }: JudgedProvider, on: PlainDate): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('recognised'), currentLocale()])
  const day = formatDate(on, locale)
  if (!training) return t(verdict.counts ? 'providerFree' : 'providerNothing', { day })
  return `${t('providerTraining', { day, title: training.title })} ${await trainingBecause(training, on)}`
}
