import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { buildUrl } from '@/lib/server/input/search'
import type { Draft } from '@/lib/server/record/draft/read-draft'
import { fieldsOf, type Step } from '@/lib/server/record/draft/steps'

/** Where a platform or a filing is asked for: whether it counts at all, in a window of its own so that nothing typed is lost. */
export function AskLink({ draft: { content }, step }: { draft: Draft; step: Step }) {
  const t = useTranslations('recognised')
  const concerns = step === 'filing' || (step !== 'evidence' && step !== 'check' && fieldsOf(step, content.category).includes('platform'))
  if (!concerns) return null
  const question = { q: step === 'filing' ? content.title : '', on: content.startedOn ?? content.completedOn, subject: content.subject }
  return (
    <TextLink href={buildUrl('/recognised', question)} target="_blank" className="inline-flex min-h-11 items-center">
      {t('fromWizard')}
    </TextLink>
  )
}
