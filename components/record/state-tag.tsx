import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { Machine, StateOf } from '@/lib/workflow/states'
import { toneOf } from '@/lib/workflow/tone'

/** The state of a record, batch, filing, year or other thing as a tag. */
export function StateTag<M extends Machine>({ machine, state }: { machine: M; state: StateOf<M> }) {
  const t = useTranslations('states')
  const word: string = `${machine}.${state}`
  return <Tag tone={toneOf(machine, state)}>{t(word)}</Tag>
}
