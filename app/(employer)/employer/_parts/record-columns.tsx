import { getTranslations } from 'next-intl/server'
import { RowCheck } from '@/components/forms/row-check'
import { TextLink } from '@/components/ui/link'
import { CellNote, type Column } from '@/components/ui/table'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Category, Subject } from '@/lib/rules/types'

interface RecordRow {
  id: string
  personName: string
  department: string
  title: string
  category: Category
  subject: Subject | null
  hours: number
  /** The officer's own: another officer decides. */
  isOwn: boolean
}

/** Whose record it is, to be ticked, what it is of and its hours: how a list of the unit's records begins. */
export async function recordColumns<Row extends RecordRow>({
  chosen,
  own,
  locale,
}: {
  /** All are ticked to begin with. */
  chosen: boolean
  /** What is said of the officer's own. */
  own: string
  locale: Locale
}): Promise<Column<Row>[]> {
  const [t, terms] = await Promise.all([getTranslations('employer.review'), getTranslations('terms')])
  return [
    {
      id: 'person',
      head: t('person'),
      lead: true,
      cell: (row) => (
        <div className="flex items-start gap-3">
          {row.isOwn ? (
            <span className="inline-block w-7" />
          ) : (
            <RowCheck
              name="record"
              value={row.id}
              label={t('choose', { name: row.personName, title: row.title })}
              defaultChecked={chosen}
            />
          )}
          <div>
            <span className="font-semibold">{row.personName}</span>
            <CellNote>{row.department}</CellNote>
          </div>
        </div>
      ),
    },
    {
      id: 'content',
      head: t('content'),
      cell: (row) => (
        <>
          <TextLink href={`/employer/review/${row.id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
            {row.title}
          </TextLink>
          <CellNote>
            {[terms(`category.${row.category}`), row.subject ? terms(`subject.${row.subject}`) : null].filter(Boolean).join(' · ')}
          </CellNote>
          {row.isOwn ? <CellNote>{own}</CellNote> : null}
        </>
      ),
    },
    { id: 'hours', head: t('hours'), numeric: true, cell: (row) => formatNumber(row.hours, locale) },
  ]
}
