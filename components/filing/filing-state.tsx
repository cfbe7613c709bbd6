import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/record/state-tag'
import { Tag } from '@/components/ui/tag'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'

/** The state of a filing as a tag. A waiting filing from outside waits for verification and not for two approvals. */
export function FilingStateTag({ state, outside }: { state: FilingState; outside: boolean }) {
  const t = useTranslations('filing')
  return outside && isInGroup('filing', state, 'waiting') ? (
    <Tag tone="wait">{t('toVerify')}</Tag>
  ) : (
    <StateTag machine="filing" state={state} />
  )
}
