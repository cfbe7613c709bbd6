import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import type { RuleSetRow } from '@/lib/server/rule-set/rule-set-row'
import { editHref, ruleSetWords, type Said } from './words'

/** What differs from the version a draft started from, side by side, with the document each change rests on. */
export async function Difference({
  row,
  base,
  changed,
  editable,
}: {
  row: RuleSetRow
  base: RuleSetRow
  changed: readonly string[]
  editable: boolean
}) {
  const { t, placeName, said } = await ruleSetWords()
  const before = { ...base, effectiveYear: row.effectiveYear }
  return (
    <Table
      caption={t('difference.caption')}
      rows={changed}
      rowKey={(at) => at}
      columns={[
        {
          id: 'place',
          head: t('difference.place'),
          cell: (at) => {
            const href = editable ? editHref(row.id, at) : null
            return href ? <TextLink href={href}>{placeName(at)}</TextLink> : placeName(at)
          },
        },
        {
          id: 'before',
          head: t('difference.before', { code: base.code }),
          cell: (at) => <Side said={said(at, before)} none={t('notSet')} />,
        },
        { id: 'after', head: t('difference.after'), cell: (at) => <Side said={said(at, row)} none={t('notSet')} strong /> },
        { id: 'document', head: t('document'), cell: (at) => row.sources[at]?.document ?? t('difference.noDocument') },
      ]}
    />
  )
}

function Side({ said, none, strong = false }: { said: Said | null; none: string; strong?: boolean }) {
  if (!said) return <span className="text-muted">{none}</span>
  return (
    <>
      {strong ? <b>{said.value}</b> : said.value}
      <CellNote>
        <span className="inline-flex flex-wrap justify-end gap-x-2 sm:justify-start">
          <Clause id={said.clause} />
          <StatusTag status={said.status} always />
        </span>
      </CellNote>
    </>
  )
}
