import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { ContentView, FileView } from './types'

const FIELDS = ['title', 'startsOn', 'endsOn', 'days', 'hours', 'place', 'targetGroup', 'teachers', 'content'] as const
type Field = (typeof FIELDS)[number]

interface Side {
  content: ContentView
  files: readonly FileView[]
}

/** The fields and files that a change of a training would change, before and after. */
export function ChangeDiff({ before, after, locale }: { before: Side; after: Side; locale: Locale }) {
  const t = useTranslations('filing')
  const rows: { id: string; before: string; after: string }[] = FIELDS.filter(
    (field) => before.content[field] !== after.content[field],
  ).map((field) => ({ id: field, before: fieldText(field, before.content, locale), after: fieldText(field, after.content, locale) }))
  const names = (side: Side) => side.files.map(({ fileName }) => fileName).join('\n')
  const keys = (side: Side) => side.files.map(({ id }) => id).join()
  if (keys(before) !== keys(after)) rows.push({ id: 'file', before: names(before), after: names(after) })
  if (rows.length === 0) return <p className="text-muted">{t('change.nothing')}</p>
  return (
    <Table
      caption={t('change.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'field', head: t('change.field'), cell: ({ id }) => <b>{t(id === 'file' ? 'field.file' : `difference.${id}`)}</b> },
        { id: 'before', head: t('change.before'), cell: (row) => <Value text={row.before} /> },
        {
          id: 'after',
          head: t('change.after'),
          cell: (row) => (
            <b>
              <Value text={row.after} />
            </b>
          ),
        },
      ]}
    />
  )
}

function Value({ text }: { text: string }) {
  return <span className="whitespace-pre-line [overflow-wrap:anywhere]">{text || '—'}</span>
}

function fieldText(field: Field, content: ContentView, locale: Locale): string {
  const value = content[field]
  if (value === null) return ''
  if (typeof value === 'number') return formatNumber(value, locale)
  return field === 'startsOn' || field === 'endsOn' ? formatDate(value, locale) : value
}
