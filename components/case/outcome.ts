import type { useTranslations } from 'next-intl'
import type { CaseKind } from './types'

/** An outcome as a text. The same outcome reads differently by kind: a correction of a missing record means that the record was added. */
export function outcomeWords(t: ReturnType<typeof useTranslations<'cases'>>, kind: CaseKind, outcome: string): string {
  const key = `outcome.${kind === 'missing' ? 'missing' : 'not_mine'}.${outcome}`
  return t(key as 'outcome.missing.nothing')
}
