import { getTranslations } from 'next-intl/server'
import { CheckboxList } from '@/components/forms/checkbox-list'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { formProps } from '@/lib/server/web/display'
import type { YearPage } from '@/lib/server/year/read-year-for-certifier'
import { certify, revoke, sendBack } from '../../../certification/actions'

const ACTIONS = { certify, return: sendBack, revoke } as const

/** What the chosen act will do with the year; for a certification the lines on provisional figures, to be confirmed one by one. */
export async function ActPanel({ page, act }: { page: YearPage; act: keyof typeof ACTIONS }) {
  const [t, common, terms] = await Promise.all([getTranslations('certification.act'), getTranslations('common'), getTranslations('terms')])
  const provisional = act === 'certify' ? page.lines.filter((row) => row.provisional) : []
  const year = String(page.year)
  return (
    <div className="mb-6">
      <ConfirmPanel
        opened
        title={t(`${act}.title`, { name: page.person.name, year })}
        consequences={t.raw(`${act}.consequences`) as string[]}
      >
        <Form {...(await formProps())} action={ACTIONS[act]}>
          {act === 'certify' ? <input type="hidden" name="year[]" value={page.id} /> : <HiddenField name="year" value={page.id} />}
          {provisional.length > 0 ? (
            <CheckboxList
              name="confirmed"
              label={t('certify.provisional', { count: provisional.length })}
              hint={t('certify.provisionalHint')}
              options={provisional.map(({ line, title, category }) => ({
                value: line.id,
                label: title,
                hint: [terms(`category.${category}`), common('hours', { value: line.counted }), terms(`statusHint.${line.status}`)].join(
                  ' · ',
                ),
              }))}
            />
          ) : null}
          {act !== 'certify' || provisional.length > 0 ? (
            <TextArea name="reason" label={t(`${act}.reason`)} hint={t(`${act}.reasonHint`)} maxLength={300} rows={3} />
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton kind={act === 'revoke' ? 'danger' : 'primary'}>{t(`${act}.submit`)}</SubmitButton>
            <LinkButton kind="quiet" href={`/bureau/years/${page.id}`}>
              {common('actions.cancel')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
    </div>
  )
}
