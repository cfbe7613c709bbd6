import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { formatNumber } from '@/lib/i18n/format'
import type { HistoricPage } from '@/lib/server/historic/read-historic-for-bureau'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { revoke, sendBack, verify } from '../../actions'

const ACTIONS = { verify, return: sendBack, revoke } as const

/** What the chosen act will do with the paper hours of the year. */
export async function HistoricAct({ page, act }: { page: HistoricPage; act: keyof typeof ACTIONS }) {
  const [t, common, locale] = await Promise.all([getTranslations('historic.bureau.act'), getTranslations('common'), currentLocale()])
  const hours = { total: formatNumber(page.total, locale), professional: formatNumber(page.professional, locale) }
  const consequences = act === 'verify' ? [t('verify.counts', hours), t('verify.told')] : (t.raw(`${act}.consequences`) as string[])
  return (
    <div className="mb-6">
      <ConfirmPanel title={t(`${act}.title`, { name: page.person.name, year: String(page.year) })} consequences={consequences}>
        <Form {...(await formProps())} action={ACTIONS[act]}>
          <HiddenField name="historic" value={page.id} />
          <HiddenField name="version" value={String(page.version)} />
          {act === 'verify' ? null : (
            <TextArea name="reason" label={t(`${act}.reason`)} hint={t(`${act}.reasonHint`)} maxLength={500} rows={3} />
          )}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton kind={act === 'revoke' ? 'danger' : 'primary'}>{t(`${act}.submit`)}</SubmitButton>
            <LinkButton kind="quiet" href={`/bureau/certification/history/${page.id}`}>
              {common('actions.cancel')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
    </div>
  )
}
