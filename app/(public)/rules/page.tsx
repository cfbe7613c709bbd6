import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { CellNote, Table } from '@/components/ui/table'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import { figureOf, publicDeadlineOf, rulingDay } from '@/lib/rules/lookup'
import { ACHIEVEMENTS, type Category, PARTICIPATION, STATUSES } from '@/lib/rules/types'
import { ruleSetInForce, rulesAtHand } from '@/lib/server/rule-set/in-force'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { ClauseBlock } from './_parts/clause-block'
import { figuresOf } from './_parts/figures'
import { SetLinks } from './_parts/set-links'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('title') }
}

export default async function RulesPage() {
  const [t, sets, terms, locale, instant] = await Promise.all([
    getTranslations('rules'),
    getTranslations('ruleSets'),
    getTranslations('terms'),
    currentLocale(),
    now(),
  ])
  const year = yearOf(dateInShanghai(instant))
  const ruleSet = ruleSetInForce(year)
  const number = (key: string) => formatNumber(figureOf(ruleSet, key, rulingDay(year)).value ?? 0, locale)
  const deadlines = [year - 1, year].flatMap((each) => publicDeadlineOf(ruleSet, each) ?? [])
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <p className="-mt-3 mb-6">
        <LinkButton kind="secondary" href="/calculator">
          {sets('examples.calculator')}
        </LinkButton>
      </p>
      <Sheet>
        <Section title={t('minimums.title')}>
          <SummaryList
            items={[
              {
                id: 'total',
                term: t('minimums.total'),
                value: <Cited words={t('minimums.atLeast', { value: number('minimum.total') })} clause="N3.1" />,
              },
              {
                id: 'professional',
                term: t('minimums.professional'),
                value: <Cited words={t('minimums.atLeast', { value: number('minimum.professional') })} clause="N3.1" />,
              },
              {
                id: 'courseware',
                term: t('minimums.courseware'),
                value: <Cited words={t('minimums.atMost', { value: number('cap.public_courseware') })} clause="N5.2" />,
              },
              ...deadlines.map((deadline) => ({
                id: `deadline-${deadline.year}`,
                term: t('minimums.deadline', { year: String(deadline.year) }),
                value: <Cited words={t('minimums.until', { date: formatDate(deadline.until, locale) })} clause={deadline.clause} />,
              })),
            ]}
          />
        </Section>
        {(['achievements', 'participation'] as const).map((group) => (
          <Section key={group} id={group} title={t(`groups.${group}.title`)}>
            <p className="-mt-2 mb-3 max-w-text text-muted">{t(`groups.${group}.lead`)}</p>
            <CategoryTable
              caption={t(`groups.${group}.title`)}
              categories={group === 'achievements' ? ACHIEVEMENTS : PARTICIPATION}
              year={year}
            />
          </Section>
        ))}
        <Section title={t('how.title')}>
          <div className="space-y-5">
            <ClauseBlock id="M21.4" />
            <p className="max-w-text">{t('how.conversion')}</p>
            <ClauseBlock id="N3.2" />
            <ClauseBlock id="N3.3" />
            <ClauseBlock id="N8.1" />
          </div>
          <p className="mt-4 flex flex-wrap gap-x-6">
            <TextLink href="/register" className="inline-flex min-h-11 items-center">
              {t('platforms')}
            </TextLink>
            <TextLink href="/recognised" className="inline-flex min-h-11 items-center">
              {t('ask')}
            </TextLink>
          </p>
        </Section>
        <Section id="sets" title={sets('title')}>
          <p className="-mt-2 mb-3 max-w-text text-muted">{sets('lead')}</p>
          <SetLinks {...rulesAtHand()} />
        </Section>
        <Section title={t('certainty.title')}>
          <p className="mb-3 max-w-text">{t('certainty.lead')}</p>
          <dl className="space-y-2">
            {STATUSES.map((status) => (
              <div key={status}>
                <dt>
                  <StatusTag status={status} always />
                </dt>
                <dd className="text-muted">{terms(`statusHint.${status}`)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </Sheet>
    </>
  )
}

function Cited({ words, clause }: { words: string; clause: string }) {
  return (
    <>
      <b>{words}</b>{' '}
      <span className="text-muted text-sm">
        <Clause id={clause} />
      </span>
    </>
  )
}

async function CategoryTable({ caption, categories, year }: { caption: string; categories: readonly Category[]; year: number }) {
  const [t, terms, locale] = await Promise.all([getTranslations('rules'), getTranslations('terms'), currentLocale()])
  const rows = categories.map((category) => ({ category, figures: figuresOf(ruleSetInForce(year), category, year) }))
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.category}
      columns={[
        {
          id: 'category',
          head: t('table.category'),
          cell: ({ category }) => (
            <>
              <TextLink href={`/rules/${category}`} className="font-semibold">
                {terms(`category.${category}`)}
              </TextLink>
              <CellNote>{terms(`categoryHint.${category}`)}</CellNote>
            </>
          ),
        },
        {
          id: 'hours',
          head: t('table.hours'),
          bare: true,
          cell: ({ figures }) => (
            <ul>
              {figures.map(({ figure, word }) => (
                <li key={figure.key} className="flex justify-between gap-4 tabular-nums">
                  {figures.length > 1 ? <span>{word.namespace === 'terms' ? terms(word.key) : t(word.key)}</span> : null}
                  <span className="whitespace-nowrap">{t(`value.${figure.unit}`, { value: formatNumber(figure.value ?? 0, locale) })}</span>
                </li>
              ))}
            </ul>
          ),
        },
        {
          id: 'certainty',
          head: t('table.certainty'),
          bare: true,
          cell: ({ figures }) => <Certainty statuses={figures.map(({ figure }) => figure.status)} />,
        },
      ]}
    />
  )
}

/** The least sure of a category's figures decides what its row says; the category's own page tells them apart. */
function Certainty({ statuses }: { statuses: readonly (typeof STATUSES)[number][] }) {
  const least = [...STATUSES].reverse().find((status) => statuses.includes(status)) ?? 'legible'
  return <StatusTag status={least} always />
}
