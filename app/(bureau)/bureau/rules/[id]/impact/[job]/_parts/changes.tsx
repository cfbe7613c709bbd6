import { getTranslations } from 'next-intl/server'
import { Paging } from '@/components/list/paging'
import { TextLink } from '@/components/ui/link'
import { Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import type { Actor } from '@/lib/access/types'
import { formatNumber } from '@/lib/i18n/format'
import { type ImpactSearch, readImpactChanges } from '@/lib/server/impact/read-impact'
import { DIRECTIONS } from '@/lib/server/impact/run-impact'
import { pageLinks } from '@/lib/server/input/keyset'
import { buildUrl } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'

const TONES = { lost: 'bad', gained: 'ok', less: 'warn', more: 'ok', moved: 'off' } as const

/** Each person's year before and after, to be filtered by what changes and where. */
export async function ImpactChanges({ actor, jobId, path, search }: { actor: Actor; jobId: string; path: string; search: ImpactSearch }) {
  const [{ rows, next }, t, locale] = await Promise.all([
    readImpactChanges(actor, jobId, search),
    getTranslations('ruleVersions.impact'),
    currentLocale(),
  ])
  const { direction, region, employer } = search
  const pages = pageLinks(path, { direction, region, employer }, search.after, next)
  const hours = (figures: { total: number; professional: number }) =>
    t('hours', { total: formatNumber(figures.total, locale), professional: formatNumber(figures.professional, locale) })
  return (
    <Sheet>
      <Section id="people" title={t('people')}>
        <Tabs
          label={t('filter')}
          items={[null, ...DIRECTIONS].map((each) => ({
            href: `${buildUrl(path, { direction: each, region, employer })}#people`,
            text: each === null ? t('all') : t(`direction.${each}`),
            current: each === direction,
          }))}
        />
        {region || employer ? (
          <p className="mb-4">
            {t('onlyOne')} <TextLink href={`${buildUrl(path, { direction })}#people`}>{t('everywhere')}</TextLink>
          </p>
        ) : null}
        {rows.length === 0 ? null : (
          <p className="mb-3">
            <a href={buildUrl(`/api/files/impact/${jobId}`, { direction, region, employer })} className="inline-flex min-h-11 items-center">
              {t('export.go')}
            </a>
          </p>
        )}
        {rows.length === 0 ? (
          <p>{t('nobody')}</p>
        ) : (
          <Table
            caption={t('people')}
            rows={rows}
            rowKey={({ yearId }) => yearId}
            columns={[
              {
                id: 'name',
                head: t('person'),
                cell: (row) => (
                  <>
                    <TextLink href={`/bureau/people/${row.personId}`}>{row.name}</TextLink>
                    <CellNote>{[t('year', { year: String(row.year) }), row.employer].filter(Boolean).join(' · ')}</CellNote>
                  </>
                ),
              },
              { id: 'before', head: t('before'), cell: (row) => hours(row.before) },
              { id: 'after', head: t('after'), cell: (row) => hours(row.after) },
              {
                id: 'what',
                head: t('what'),
                bare: true,
                cell: (row) => <Tag tone={TONES[row.direction]}>{t(`direction.${row.direction}`)}</Tag>,
              },
            ]}
          />
        )}
        <Paging first={pages.first && `${pages.first}#people`} next={pages.next && `${pages.next}#people`} />
      </Section>
    </Sheet>
  )
}
