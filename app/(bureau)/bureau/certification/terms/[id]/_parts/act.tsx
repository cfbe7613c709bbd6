import { getTranslations } from 'next-intl/server'
import { CheckboxList } from '@/components/forms/checkbox-list'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import type { TermPage } from '@/lib/server/term/read-term-for-certifier'
import { formProps } from '@/lib/server/web/display'
import { certify, revoke, sendBack } from '../../actions'

const ACTIONS = { certify, return: sendBack, revoke } as const

/** What the chosen act will do with the term; for a certification the lines on provisional figures, to be confirmed one by one. */
export async function TermAct({ page, act }: { page: TermPage; act: keyof typeof ACTIONS }) {
  const [t, own, common, terms] = await Promise.all([
    getTranslations('term.bureau.act'),
    getTranslations('term.bureau'),
    getTranslations('common'),
    getTranslations('terms'),
  ])
  const provisional = act === 'certify' ? page.provisional : []
  const { years } = page.standing
  const named = { name: page.person.name, from: String(years[0]), to: String(years.at(-1)) }
  return (
    <div className="mb-6">
      <ConfirmPanel title={t(`${act}.title`, named)} consequences={t.raw(`${act}.consequences`) as string[]}>
        <Form {...(await formProps())} action={ACTIONS[act]}>
          <HiddenField name="term" value={page.id} />
          {provisional.length > 0 ? (
            <CheckboxList
              name="confirmed"
              label={t('certify.provisional', { count: provisional.length })}
              hint={t('certify.provisionalHint')}
              options={provisional.map(({ id, year, title, category, hours, status }) => ({
                value: id,
                label: title,
                hint: own('confirm', {
                  year: String(year),
                  category: terms(`category.${category}`),
                  hours,
                  status: terms(`statusHint.${status}`),
                }),
              }))}
            />
          ) : null}
          {act !== 'certify' || provisional.length > 0 ? (
            <TextArea name="reason" label={t(`${act}.reason`)} hint={t(`${act}.reasonHint`)} maxLength={300} rows={3} />
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton kind={act === 'revoke' ? 'danger' : 'primary'}>{t(`${act}.submit`)}</SubmitButton>
            <LinkButton kind="quiet" href={`/bureau/certification/terms/${page.id}`}>
              {common('actions.cancel')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
    </div>
  )
}
