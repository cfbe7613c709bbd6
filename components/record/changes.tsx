import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type Value = string | number | boolean | null | undefined

export interface ChangesData {
  fields: readonly { field: string; from: Value; to: Value }[]
  /** Names of files. */
  added: readonly string[]
  removed: readonly string[]
}

/** Fields with another name on the record's page. */
const NAMES: Record<string, string> = { year: 'creditYear', hours: 'certifiedHours' }

export function countOf({ fields, added, removed }: ChangesData): number {
  return fields.length + added.length + removed.length
}

/**
 * The changes of a record, by its person since the return or by a bureau's correction: fields before and after, proofs added and removed.
 */
export function RecordChanges({
  changes,
  category,
  locale,
  sinceReturn = true,
}: {
  changes: ChangesData
  category: string
  locale: Locale
  /** The changes are relative to the submission before the return. */
  sinceReturn?: boolean
}) {
  const t = useTranslations('beside.changes')
  const names = useTranslations('views.record.field')
  const terms = useTranslations('terms')
  const common = useTranslations('common')
  const comma = locale === 'en' ? ', ' : '、'
  if (countOf(changes) === 0) return <p>{t('none')}</p>
  return (
    <div className="space-y-2">
      {sinceReturn ? <p className="text-muted text-sm">{t('lead')}</p> : null}
      {changes.fields.length > 0 ? (
        <Table<ChangesData['fields'][number]>
          caption={t('caption')}
          rows={changes.fields}
          rowKey={({ field }) => field}
          columns={[
            { id: 'field', head: t('field'), cell: ({ field }) => nameOf(field) },
            { id: 'before', head: t('before'), cell: ({ field, from }) => <del className="decoration-muted">{textOf(field, from)}</del> },
            {
              id: 'after',
              head: t('after'),
              cell: ({ field, to }) => <ins className="font-semibold no-underline">{textOf(field, to)}</ins>,
            },
          ]}
        />
      ) : null}
      {changes.added.length > 0 ? <p>{t('added', { files: files(changes.added) })}</p> : null}
      {changes.removed.length > 0 ? <p>{t('removed', { files: files(changes.removed) })}</p> : null}
    </div>
  )

  function files(given: readonly string[]): string {
    return given.map((name) => name || t('gone')).join(comma)
  }

  function nameOf(field: string): string {
    return t.has(`own.${field}`) ? t(`own.${field}`) : names(NAMES[field] ?? field)
  }

  function textOf(field: string, value: Value): string {
    if (value === null || value === undefined || value === '') return t('empty')
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
    if (field === 'year' || field === 'creditedIn') return String(value)
    if (typeof value === 'number') return formatNumber(value, locale)
    if (field === 'startedOn' || field === 'completedOn') return formatDate(value, locale)
    const key = field === 'option' ? `option.${category}.${value}` : field === 'subject' || field === 'author' ? `${field}.${value}` : null
    return key !== null && terms.has(key) ? terms(key) : value
  }
}
