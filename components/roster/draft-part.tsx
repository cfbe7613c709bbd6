import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { buttonClass } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page-parts'
import { Tabs } from '@/components/ui/tabs'
import { LineTable } from './line-table'
import { MoreLines } from './more-lines'
import type { RosterDraftView, RosterViewProps } from './types'

/** The draft of a roster: number of rows, their problems, and the buttons to confirm or discard it. */
export function DraftPart({ draft, props }: { draft: RosterDraftView; props: RosterViewProps }) {
  const t = useTranslations('roster')
  const { shown, training, form, newKey, actions, open } = props
  const fields = (
    <>
      <HiddenField name="roster" value={draft.id} />
      <HiddenField name="version" value={String(draft.version)} />
    </>
  )
  return (
    <Section title={t('draft.title')}>
      <p>
        {t(`draft.source.${draft.source}`, { file: draft.fileName ?? '' })} · {t('draft.count', { rows: draft.rows })}
      </p>
      {draft.noted > 0 ? <p className="text-muted">{t('draft.noted', { noted: draft.noted })}</p> : null}
      <div className="mt-4">
        {draft.wrong > 0 ? (
          <Notice tone="bad" title={t('draft.wrong', { wrong: draft.wrong })}>
            <p>{t('draft.fix')}</p>
            <p>
              <a href={`/api/files/roster/problems/${draft.id}`} className="inline-flex min-h-11 items-center">
                {t('draft.download')}
              </a>
            </p>
          </Notice>
        ) : (
          <Notice tone="ok" title={t('draft.clean')} />
        )}
      </div>
      {open === null ? (
        <>
          {draft.wrong > 0 ? (
            <Tabs
              label={t('draft.caption')}
              items={(['wrong', 'all'] as const).map((show) => ({
                href: `/trainings/${training.id}/roster?show=${show}`,
                text: t(show === 'wrong' ? 'draft.showWrong' : 'draft.showAll'),
                current: shown === show,
              }))}
            />
          ) : null}
          <LineTable lines={props.lines} caption={t('draft.caption')} remove={actions.remove} form={form} newKey={newKey} />
          <MoreLines props={props} query={{ show: shown }} />
        </>
      ) : null}
      <div className="mt-6">
        {draft.wrong === 0 && draft.rows > 0 ? (
          <ConfirmPanel
            title={t('draft.confirmTitle')}
            consequences={(t.raw('draft.confirmWhat') as string[]).map((_, place) =>
              t(`draft.confirmWhat.${place}` as 'draft.confirm', { records: draft.rows - draft.noted }),
            )}
          >
            <Form action={actions.confirm} {...form} formKey={newKey()} prefix="confirm">
              {fields}
              <SubmitButton>{t('draft.confirm')}</SubmitButton>
            </Form>
          </ConfirmPanel>
        ) : (
          <p className="font-semibold">{t('draft.confirmBlocked')}</p>
        )}
        <details className="mt-4">
          <summary className={`${buttonClass('secondary')} list-none [&::-webkit-details-marker]:hidden`}>{t('draft.discardOpen')}</summary>
          <div className="mt-3">
            <ConfirmPanel
              title={t('draft.discardTitle')}
              consequences={(t.raw('draft.discardWhat') as string[]).map((_, place) =>
                t(`draft.discardWhat.${place}` as 'draft.discard', { rows: draft.rows }),
              )}
            >
              <Form action={actions.discard} {...form} formKey={newKey()} prefix="discard">
                {fields}
                <SubmitButton kind="danger">{t('draft.discard')}</SubmitButton>
              </Form>
            </ConfirmPanel>
          </div>
        </details>
      </div>
    </Section>
  )
}
