import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import type { FormAction, FormGiven } from '@/components/forms/types'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { FilingActName, FilingView } from './types'

const WITH_REASON: readonly FilingActName[] = ['return', 'refuse', 'cancel']
const DESTRUCTIVE: readonly FilingActName[] = ['refuse', 'cancel']

/** The confirmation of an action on a filing: its consequences and its form. */
export function ActPanel({
  filing,
  act,
  action,
  form,
  locale,
}: {
  filing: FilingView
  act: FilingActName
  action: FormAction
  form: FormGiven
  locale: Locale
}) {
  const t = useTranslations('filing.act')
  const common = useTranslations('common')
  const onRegister = isInGroup('filing', filing.state, 'register')
  const optional = act === 'cancel' && !onRegister
  const consequences = consequencesOf(filing, act).map((key) =>
    t(`consequence.${key}`, { starts: formatDate(startOf(filing), locale), today: formatDate(filing.today, locale) }),
  )
  return (
    <div className="mb-6">
      <ConfirmPanel title={t(`${act}.title`, { title: filing.content.title })} consequences={consequences}>
        <Form {...form} action={action}>
          <HiddenField name="filing" value={filing.id} />
          <HiddenField name="version" value={String(filing.version)} />
          {WITH_REASON.includes(act) ? (
            <TextArea name="reason" label={t(`${act}.reason`)} hint={t(`${act}.reasonHint`)} maxLength={500} rows={3} optional={optional} />
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton kind={DESTRUCTIVE.includes(act) ? 'danger' : 'primary'}>{t(`${act}.submit`)}</SubmitButton>
            <LinkButton kind="quiet" href={`/trainings/${filing.id}`}>
              {common('actions.back')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
    </div>
  )
}

function startOf({ change, content }: FilingView): string {
  return change?.asked ? change.content.startsOn : content.startsOn
}

/** The message keys in `filing.act.consequence` for this action on the filing in its current state. */
function consequencesOf(filing: FilingView, act: FilingActName): string[] {
  const { state, waiting, today, content } = filing
  const changing = isInGroup('filing', state, 'changing')
  switch (act) {
    case 'approve': {
      const late = !changing && today > content.startsOn
      if (waiting.both) return [changing ? 'changeFirst' : 'first', ...(late ? ['late'] : []), 'told']
      return changing ? ['changeLast', 'told'] : ['last', ...(late ? ['late'] : []), 'told']
    }
    case 'verify':
      return ['verified', 'told']
    case 'return':
      return changing ? ['changeReturned', 'stands', 'told'] : ['returned', 'bothAgain', 'told']
    case 'refuse':
      return changing ? ['changeRefused', 'stands', 'told'] : ['refused', 'final', 'told']
    case 'withdraw':
      return ['changeWithdrawn', 'stands']
    case 'cancel':
      if (isInGroup('filing', state, 'register')) return ['cancelledPublic', 'cancelledWorth', 'final']
      return isInGroup('filing', state, 'draft') ? ['discarded'] : ['cancelled', 'final']
    case 'hold':
      return ['held']
  }
}
