import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { Table } from '@/components/ui/table'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { formatNumber } from '@/lib/i18n/format'
import { ACHIEVEMENTS, CATEGORIES, type Category } from '@/lib/rules/types'
import { ruleSetInForce } from '@/lib/server/rule-set/in-force'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { ClauseBlock } from '../_parts/clause-block'
import { Examples } from '../_parts/examples'
import { conditionsOf, figuresOf } from '../_parts/figures'

interface Props {
  params: Promise<{ category: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [category, t] = await Promise.all([categoryIn(params), getTranslations('terms.category')])
  return { title: t(category) }
}

export default async function CategoryRulesPage({ params }: Props) {
  const [category, t, sets, terms, locale, instant] = await Promise.all([
    categoryIn(params),
    getTranslations('rules'),
    getTranslations('ruleSets'),
    getTranslations('terms'),
    currentLocale(),
    now(),
  ])
  const year = yearOf(dateInShanghai(instant))
  const ruleSet = ruleSetInForce(year)
  const figures = figuresOf(ruleSet, category, year)
  const isAchievement = ACHIEVEMENTS.some((each) => each === category)
  const clauses = [
    ...new Set(figures.map(({ figure }) => figure.clause)),
    ...(category === 'training' ? ['N3.2'] : []),
    ...(isAchievement ? ['M21.4'] : []),
  ]
  return (
    <>
      <PageHead title={terms(`category.${category}`)} lead={terms(`categoryHint.${category}`)} back={{ href: '/rules', text: t('back') }} />
      <Sheet>
        <Table
          caption={terms(`category.${category}`)}
          rows={figures}
          rowKey={({ figure }) => figure.key}
          columns={[
            { id: 'option', head: t('table.option'), cell: ({ word }) => (word.namespace === 'terms' ? terms(word.key) : t(word.key)) },
            {
              id: 'hours',
              head: t('table.hours'),
              numeric: true,
              cell: ({ figure }) => <b>{t(`value.${figure.unit}`, { value: formatNumber(figure.value ?? 0, locale) })}</b>,
            },
            { id: 'clause', head: t('table.clause'), cell: ({ figure }) => <Clause id={figure.clause} /> },
            { id: 'certainty', head: t('table.certainty'), cell: ({ figure }) => <StatusTag status={figure.status} always /> },
          ]}
        />
        <Section title={t('conditions.title')}>
          <ul className="list-disc space-y-1 pl-5">
            {conditionsOf(category, isAchievement).map((condition) => (
              <li key={condition} className="max-w-text">
                {t(`conditions.${condition}`)}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={sets('proof.title')}>
          <p className="max-w-text">{sets(`proof.${category}`)}</p>
          <p className="mt-1 max-w-text text-muted text-sm">{sets('proof.note')}</p>
        </Section>
        <Examples category={category} ruleSet={ruleSet} year={year} locale={locale} />
        <Section title={t('clause.title')}>
          <div className="space-y-5">
            {clauses.map((clause) => (
              <ClauseBlock key={clause} id={clause} />
            ))}
          </div>
        </Section>
      </Sheet>
    </>
  )
}

async function categoryIn(params: Props['params']): Promise<Category> {
  const { category } = await params
  return CATEGORIES.find((each) => each === category) ?? notFound()
}
