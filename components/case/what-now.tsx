import { useTranslations } from 'next-intl'
import { NextStep } from '@/components/ui/page-parts'
import { isInGroup } from '@/lib/workflow/state-groups'
import { AnswerForm } from './answer-form'
import type { CaseView } from './types'

type Props = Parameters<typeof AnswerForm>[0]

/** The form of the answer, or why the reader cannot answer. */
export function CaseWhatNow(props: Props) {
  const t = useTranslations('cases.page')
  const { about } = props
  if (about.actions.includes('answer')) return <AnswerForm {...props} />
  return <NextStep>{t(whyNot(about))}</NextStep>
}

function whyNot(about: CaseView): 'own' | 'notYours' | 'done' {
  if (!isInGroup('case', about.state, 'awaiting_answer')) return 'done'
  return about.isOwn ? 'own' : 'notYours'
}
