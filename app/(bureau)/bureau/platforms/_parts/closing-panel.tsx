import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Table } from '@/components/ui/table'
import { addDays, type PlainDate } from '@/lib/calendar/plain-date'
import { formatDate } from '@/lib/i18n/format'
import { countAffectedCourses } from '@/lib/server/platform/affected-courses'
import type { PlatformWindow } from '@/lib/server/platform/read-platform'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { close } from '../actions'

/** How many records the end concerns, by state, before it is saved. */
export async function ClosingPanel({ window, last }: { window: PlatformWindow; last: PlainDate }) {
  const [touched, t, states, form, locale] = await Promise.all([
    countAffectedCourses({ ...window, last }),
    getTranslations('platforms'),
    getTranslations('states.record'),
    formProps(),
    currentLocale(),
  ])
  const total = touched.after.reduce((sum, { count }) => sum + count, 0)
  const days = { last: formatDate(last, locale), next: formatDate(addDays(last, 1), locale) }
  return (
    <ConfirmPanel
      title={t('closeTitle', days)}
      consequences={[
        t('closeAfter', { ...days, count: total }),
        t('closeWithin', { ...days, count: touched.within }),
        ...(touched.certified > 0 ? [t('closeCertified', { count: touched.certified })] : []),
        ...(total > 0 ? [t('closeTold')] : []),
      ]}
    >
      {total > 0 ? (
        <div className="mb-5">
          <Table
            caption={t('touchedByState')}
            showCaption
            rows={touched.after}
            rowKey={({ state }) => state}
            columns={[
              { id: 'state', head: t('state'), cell: ({ state }) => states(state) },
              { id: 'count', head: t('records'), numeric: true, cell: ({ count }) => t('recordCount', { count }) },
            ]}
          />
        </div>
      ) : null}
      <Form action={close} {...form}>
        <HiddenField name="id" value={window.id} />
        <HiddenField name="version" value={String(window.version)} />
        <HiddenField name="until" value={last} />
        <TextField name="document" label={t('document')} hint={t('documentHint')} maxLength={200} />
        <SubmitButton kind="danger">{t('close', days)}</SubmitButton>
      </Form>
    </ConfirmPanel>
  )
}
