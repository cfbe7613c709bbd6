import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { FigureName } from '@/components/rules/figure-name'
import { FigureValue } from '@/components/rules/figure-value'
import { PlatformFacts } from '@/components/rules/platform-facts'
import { SETTING_KEYS, SettingValue } from '@/components/rules/setting-value'
import { TextLink } from '@/components/ui/link'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { formatDate } from '@/lib/i18n/format'
import { subjectOfKey } from '@/lib/rules/figure-key'
import { ACHIEVEMENTS, type Figure, PARTICIPATION } from '@/lib/rules/types'
import { rulesAtHand } from '@/lib/server/rule-set/in-force'
import { currentLocale } from '@/lib/server/web/display'
import { servedWords, setAddress } from '../../_parts/set-links'
import { setNamed } from '../../_parts/set-named'

interface Props {
  params: Promise<{ code: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code }, t] = await Promise.all([params, getTranslations('ruleSets')])
  return { title: t('name', { id: setNamed(code).id }) }
}

/** One published version of the rules, whole: every figure with its clause and how sure it is. */
export default async function RuleSetPage({ params }: Props) {
  const [{ code }, t, rules, locale] = await Promise.all([params, getTranslations('ruleSets'), getTranslations('rules'), currentLocale()])
  const set = setNamed(code)
  const { sets, titles } = rulesAtHand()
  const others = sets.filter(({ id }) => id !== set.id)
  const isOf = (categories: readonly string[]) => (figure: Figure) =>
    categories.some((each) => figure.key === each || figure.key.startsWith(`${each}.`))
  const groups = [
    {
      id: 'minimums',
      title: t('minimums'),
      figures: set.figures.filter(({ key }) => 'key' in subjectOfKey(key) && !isOf([...ACHIEVEMENTS, ...PARTICIPATION])({ key } as Figure)),
    },
    { id: 'achievements', title: rules('groups.achievements.title'), figures: set.figures.filter(isOf(ACHIEVEMENTS)) },
    { id: 'participation', title: rules('groups.participation.title'), figures: set.figures.filter(isOf(PARTICIPATION)) },
  ]
  return (
    <>
      <PageHead
        title={t('name', { id: set.id })}
        lead={[titles[set.id], t('setLead', { serves: servedWords(set, sets, t) })].filter(Boolean).join(' · ')}
        back={{ href: '/rules', text: t('back') }}
      />
      <Sheet>
        {groups.map((group) => (
          <Section key={group.id} id={group.id} title={group.title}>
            {figureTable(group.title, group.figures)}
          </Section>
        ))}
        <Section title={t('deadlines')}>
          {set.publicDeadlines.length === 0 ? (
            <p>{t('noDeadlines')}</p>
          ) : (
            <Table
              caption={t('deadlines')}
              rows={set.publicDeadlines}
              rowKey={({ year }) => String(year)}
              columns={[
                { id: 'year', head: t('years'), cell: ({ year }) => t('deadlineOf', { year: String(year) }) },
                { id: 'until', head: t('head.until'), cell: ({ until }) => formatDate(until, locale) },
                { id: 'clause', head: t('head.clause'), cell: ({ clause }) => <Clause id={clause} /> },
                { id: 'status', head: t('head.certainty'), bare: true, cell: ({ status }) => <StatusTag status={status} always /> },
              ]}
            />
          )}
        </Section>
        <Section title={t('platforms')}>
          {set.platforms.length === 0 ? (
            <p>{t('noPlatforms')}</p>
          ) : (
            <Table
              caption={t('platforms')}
              rows={set.platforms}
              rowKey={({ code: of, from }) => `${of} ${from}`}
              columns={[
                { id: 'name', head: t('head.what'), cell: ({ name }) => name },
                { id: 'window', head: t('head.window'), cell: (platform) => <PlatformFacts platform={platform} locale={locale} /> },
                { id: 'clause', head: t('head.clause'), cell: ({ clause }) => <Clause id={clause} /> },
              ]}
            />
          )}
        </Section>
        <Section title={t('settings')}>
          <SummaryList
            items={SETTING_KEYS.map((key) => ({
              id: key,
              term: t(`settingName.${key}`),
              value: <SettingValue name={key} value={set.settings[key]} />,
            }))}
          />
        </Section>
        <Section title={t('compare.with')}>
          {others.length === 0 ? (
            <p>{t('compare.only')}</p>
          ) : (
            <ul>
              {others.map(({ id }) => (
                <li key={id}>
                  <TextLink href={setAddress(id, set.id)} className="inline-flex min-h-11 items-center">
                    {t('compare.to', { id })}
                  </TextLink>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Sheet>
    </>
  )

  function figureTable(caption: string, figures: readonly Figure[]) {
    return (
      <Table
        caption={caption}
        rows={figures}
        rowKey={({ key, from }) => `${key} ${from}`}
        columns={[
          { id: 'what', head: t('head.what'), cell: ({ key }) => <FigureName figureKey={key} /> },
          { id: 'value', head: t('head.value'), numeric: true, cell: (figure) => <FigureValue figure={figure} locale={locale} /> },
          { id: 'clause', head: t('head.clause'), cell: ({ clause }) => <Clause id={clause} /> },
          { id: 'status', head: t('head.certainty'), bare: true, cell: ({ status }) => <StatusTag status={status} always /> },
        ]}
      />
    )
  }
}
