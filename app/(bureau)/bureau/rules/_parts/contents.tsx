import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { TextLink } from '@/components/ui/link'
import { Section } from '@/components/ui/page-parts'
import { CellNote, Table } from '@/components/ui/table'
import { SETTINGS } from '@/lib/rules/setting-basis'
import type { RuleSetRow } from '@/lib/server/rule-set/rule-set-row'
import { editHref, figureGroups, ruleSetWords } from './words'

/** Everything that a version says: figures, deadlines, settings; in a draft each with the way to change it. */
export async function Contents({ row, editable }: { row: RuleSetRow; editable: boolean }) {
  const { t } = await ruleSetWords()
  const groups = figureGroups(row.content.figures, row.effectiveYear)
  const years = row.content.publicDeadlines.map(({ year }) => `publicDeadlines.${year}`)
  return (
    <>
      {groups.map(({ group, figures }) => (
        <Section key={group} title={t(`group.${group}`)}>
          <Places row={row} editable={editable} places={figures.map(({ key }) => `figures.${key}`)} caption={t(`group.${group}`)} />
        </Section>
      ))}
      <Section title={t('deadlines')}>
        <Places row={row} editable={editable} places={years} caption={t('deadlines')} />
        {editable ? (
          <TextLink href={`/bureau/rules/${row.id}/deadlines/new`} className="mt-2 inline-flex min-h-11 items-center">
            {t('addDeadline')}
          </TextLink>
        ) : null}
      </Section>
      <Section title={t('settings')}>
        <Places row={row} editable={editable} places={SETTINGS.map((name) => `settings.${name}`)} caption={t('settings')} />
      </Section>
    </>
  )
}

/** Places of a version with what it says there and on what it rests. */
async function Places({
  row,
  places,
  editable,
  caption,
}: {
  row: RuleSetRow
  places: readonly string[]
  editable: boolean
  caption: string
}) {
  const { t, placeName, said } = await ruleSetWords()
  const rows = places.flatMap((at) => {
    const what = said(at, row)
    return what ? [{ at, ...what }] : []
  })
  const way = editable
    ? [
        {
          id: 'change',
          head: <span className="sr-only">{t('change')}</span>,
          bare: true,
          cell: ({ at }: { at: string }) => {
            const href = editHref(row.id, at)
            return href ? (
              <TextLink href={href} aria-label={t('changeOf', { place: placeName(at) })} className="inline-flex min-h-11 items-center">
                {t('change')}
              </TextLink>
            ) : null
          },
        },
      ]
    : []
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ at }) => at}
      columns={[
        {
          id: 'place',
          head: t('difference.place'),
          cell: ({ at }) => (
            <>
              {placeName(at)}
              {row.sources[at] ? <CellNote>{row.sources[at].document}</CellNote> : null}
            </>
          ),
        },
        { id: 'value', head: t('value'), cell: ({ value }) => value },
        { id: 'clause', head: t('clause'), cell: ({ clause }) => <Clause id={clause} /> },
        { id: 'status', head: t('certainty'), cell: ({ status }) => <StatusTag status={status} always /> },
        ...way,
      ]}
    />
  )
}
