import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { buttonClass } from '@/components/ui/button'
import { SelectionBar } from '@/components/ui/selection-bar'
import { Sheet } from '@/components/ui/sheet'
import { type Column, Table } from '@/components/ui/table'
import { formatDate } from '@/lib/i18n/format'
import type { ReviewRow } from '@/lib/server/record/review/read-review-queue'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { recordColumns } from '../../_parts/record-columns'
import { accept } from '../actions'

/** The queue as one form: tick, read what accepting does, accept. Works without script. */
export async function QueueForm({ rows }: { rows: readonly ReviewRow[] }) {
  const [t, common, locale, form] = await Promise.all([
    getTranslations('employer.review'),
    getTranslations('common'),
    currentLocale(),
    formProps(),
  ])
  const columns: Column<ReviewRow>[] = [
    ...(await recordColumns<ReviewRow>({ chosen: false, own: t('own'), locale })),
    { id: 'since', head: t('since'), cell: (row) => (row.waitingSince ? formatDate(row.waitingSince, locale, 'short') : null) },
    { id: 'silence', head: t('silence'), cell: (row) => row.silence && silenceWords(row.silence) },
  ]
  return (
    <Form {...form} action={accept}>
      <Sheet>
        <Table caption={t('caption')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        <SelectionBar name="record[]" words={common.raw('selection')}>
          <details className="group w-full sm:w-auto">
            <summary className={buttonClass('primary')}>{t('acceptChosen')}</summary>
            <div className="mt-3 border-accent border-l-4 pl-4">
              <p className="font-semibold">{t('acceptTitle')}</p>
              <ul className="mt-1 mb-3 list-disc pl-5">
                {(t.raw('acceptConsequences') as string[]).map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
              <SubmitButton>{t('acceptSubmit')}</SubmitButton>
            </div>
          </details>
        </SelectionBar>
      </Sheet>
    </Form>
  )

  function silenceWords(silence: NonNullable<ReviewRow['silence']>): ReactNode {
    if (silence.days < 0) return <span className="font-semibold text-bad">{t('silenceOver')}</span>
    if (silence.days === 0) return <span className="font-semibold text-warn">{t('silenceToday')}</span>
    return <span>{t('silenceLeft', { days: silence.days, date: formatDate(silence.on, locale, 'short') })}</span>
  }
}
