import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { CellNote, type Column, Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import type { RosterLineView, RosterViewProps } from './types'

const TONES: Record<NonNullable<RosterLineView['answer']>, Tone> = {
  waiting: 'wait',
  accepted: 'ok',
  disowned: 'bad',
  withdrawn: 'off',
  taken_back: 'off',
  none: 'off',
}

type Props = Pick<RosterViewProps, 'lines' | 'form' | 'newKey'> & { caption: string; remove?: RosterViewProps['actions']['remove'] }

/** The people of a roster: in a draft with the problems of each row, afterwards with the answer of each person. */
export function LineTable({ lines, caption, remove, form, newKey }: Props) {
  const t = useTranslations('roster')
  const errors = useTranslations('errors.field.roster')
  const isDraft = lines.some((line) => line.answer === null)
  const columns: Column<RosterLineView>[] = [
    {
      id: 'name',
      head: t('column.name'),
      cell: (row) => (
        <>
          <span className="font-semibold">{row.name || '—'}</span>
          <CellNote>{row.numberMask}</CellNote>
        </>
      ),
    },
    { id: 'line', head: t('head.line'), numeric: true, cell: (row) => String(row.line) },
    { id: 'days', head: t('column.days'), numeric: true, cell: (row) => row.days || '—' },
    { id: 'result', head: t('column.result'), cell: (row) => row.result || '—' },
  ]
  if (isDraft) {
    columns.push({
      id: 'problems',
      head: t('head.problem'),
      bare: true,
      cell: (row) => (row.problems.length > 0 ? <Problems row={row} sentence={sentence} /> : null),
    })
    if (remove && lines.some((line) => line.byHand)) {
      columns.push({
        id: 'action',
        head: <span className="sr-only">{t('head.action')}</span>,
        bare: true,
        cell: (row) =>
          row.byHand ? (
            <Form action={remove} {...form} formKey={newKey()} prefix={row.id}>
              <HiddenField name="row" value={row.id} />
              <SubmitButton kind="quiet">
                {t('draft.remove')}
                <span className="sr-only"> {row.name}</span>
              </SubmitButton>
            </Form>
          ) : null,
      })
    }
  } else {
    columns.push({
      id: 'answer',
      head: t('head.answer'),
      bare: true,
      cell: (row) => <Tag tone={TONES[row.answer ?? 'none']}>{t(`answer.${row.answer ?? 'none'}`)}</Tag>,
    })
  }
  return <Table caption={caption} columns={columns} rows={lines} rowKey={(row) => row.id} />

  function sentence(problem: RosterLineView['problems'][number]): string {
    const column = t(`column.${problem.column}` as 'column.name')
    return `${column} · ${errors(problem.code as 'missing', problem.values)}`
  }
}

function Problems({ row, sentence }: { row: RosterLineView; sentence: (problem: RosterLineView['problems'][number]) => string }) {
  return (
    <ul className="space-y-1">
      {row.problems.map((problem) => (
        <li key={`${problem.column} ${problem.code}`} className={problem.code === 'own_entry' ? 'text-muted' : 'text-bad'}>
          {sentence(problem)}
        </li>
      ))}
    </ul>
  )
}
