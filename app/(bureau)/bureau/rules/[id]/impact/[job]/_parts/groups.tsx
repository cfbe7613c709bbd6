import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { Table } from '@/components/ui/table'
import type { ImpactGroupRow } from '@/lib/server/impact/read-impact'
import { DIRECTIONS } from '@/lib/server/impact/run-impact'
import { buildUrl } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'

/** How many years change, by county and by employer; each leads to its people. */
export async function ImpactGroups({
  path,
  groups,
}: {
  path: string
  groups: { regions: readonly ImpactGroupRow[]; employers: readonly ImpactGroupRow[] }
}) {
  const [t, locale] = await Promise.all([getTranslations('ruleVersions.impact'), currentLocale()])
  const nameOf = ({ name, nameEn }: ImpactGroupRow) => (locale === 'en' && nameEn ? nameEn : name) ?? t('noEmployer')
  return (
    <Sheet>
      {(['regions', 'employers'] as const).map((kind) => (
        <Section key={kind} title={t(kind)}>
          <Table
            caption={t(kind)}
            rows={groups[kind]}
            rowKey={({ key }) => key || 'none'}
            columns={[
              {
                id: 'name',
                head: t(`${kind}Head`),
                cell: (row) =>
                  row.key === '' ? (
                    nameOf(row)
                  ) : (
                    <TextLink href={`${buildUrl(path, { [kind === 'regions' ? 'region' : 'employer']: row.key })}#people`}>
                      {nameOf(row)}
                    </TextLink>
                  ),
              },
              ...DIRECTIONS.map((direction) => ({
                id: direction,
                head: t(`direction.${direction}`),
                numeric: true,
                cell: ({ counts }: ImpactGroupRow) => counts[direction],
              })),
            ]}
          />
        </Section>
      ))}
    </Sheet>
  )
}
