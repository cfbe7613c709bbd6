import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { StateTag } from '@/components/record/state-tag'
import { buttonClass } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { RuledList, Section } from '@/components/ui/page-parts'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/i18n/format'
import { isInGroup } from '@/lib/workflow/state-groups'
import { LineTable } from './line-table'
import { MoreLines } from './more-lines'
import type { PastRosterView, RosterViewProps } from './types'

/** The confirmed rosters: their people and answers, and the form that takes a roster back. */
export function PastPart(props: RosterViewProps) {
  const t = useTranslations('roster.past')
  const draft = useTranslations('roster.draft')
  const { past, open, training, locale, form, newKey, actions, lines } = props
  const path = `/trainings/${training.id}/roster`
  return (
    <Section title={t('title')}>
      {past.length === 0 ? <EmptyState title={t('none')}>{t('noneLead')}</EmptyState> : null}
      <RuledList>
        {past.map((roster) => (
          <li key={roster.id} id={roster.id}>
            {summary(roster)}
            <TextLink
              href={open === roster.id ? path : `${path}?roster=${roster.id}#${roster.id}`}
              className="inline-flex min-h-11 items-center"
            >
              {t(open === roster.id ? 'close' : 'open')}
            </TextLink>
            {open === roster.id ? (
              <div className="mt-2 mb-4">
                <LineTable lines={lines} caption={t('caption')} form={form} newKey={newKey} />
                <MoreLines props={props} query={{ roster: roster.id }} />
              </div>
            ) : null}
            {isInGroup('roster', roster.state, 'confirmed') && roster.answers.waiting > 0 ? takeBack(roster) : null}
          </li>
        ))}
      </RuledList>
    </Section>
  )

  function summary(roster: PastRosterView) {
    return (
      <>
        <p className="font-semibold">{draft(`source.${roster.source}`, { file: roster.fileName ?? '' })}</p>
        <p className="text-muted">{t('count', { rows: roster.rows, on: formatDate(roster.confirmedOn, locale) })}</p>
        <p className="mt-1 flex flex-wrap gap-2">
          {isInGroup('roster', roster.state, 'taken_back') ? <StateTag machine="roster" state={roster.state} /> : null}
          {roster.answers.waiting > 0 ? <Tag tone="wait">{t('waiting', { count: roster.answers.waiting })}</Tag> : null}
          {roster.answers.accepted > 0 ? <Tag tone="ok">{t('accepted', { count: roster.answers.accepted })}</Tag> : null}
          {roster.answers.disowned > 0 ? <Tag tone="bad">{t('disowned', { count: roster.answers.disowned })}</Tag> : null}
        </p>
      </>
    )
  }

  function takeBack(roster: PastRosterView) {
    return (
      <details>
        <summary className={`${buttonClass('secondary')} list-none [&::-webkit-details-marker]:hidden`}>{t('takeBack')}</summary>
        <div className="mt-3">
          <ConfirmPanel
            title={t('takeBackTitle')}
            consequences={(t.raw('takeBackWhat') as string[]).map((_, place) =>
              t(`takeBackWhat.${place}` as 'takeBack', { waiting: roster.answers.waiting }),
            )}
          >
            <Form action={actions.takeBack} {...form} formKey={newKey()} prefix={roster.id}>
              <HiddenField name="roster" value={roster.id} />
              <HiddenField name="version" value={String(roster.version)} />
              <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} />
              <SubmitButton kind="danger">{t('takeBackDo')}</SubmitButton>
            </Form>
          </ConfirmPanel>
        </div>
      </details>
    )
  }
}
