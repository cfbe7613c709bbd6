import type { useTranslations } from 'next-intl'
import type { CaseKind } from './types'

/** An outcome in words: "added" of a missing person is what "corrected" is of a record. */
export function outcomeWords(t: ReturnType<typeof useTranslations<'cases'>>, kind: CaseKind, outcome: string): string {
  const key = `outcome.${kind === 'missing' ? 'missing' : 'not_mine'}.${outcome}`
  return t(key as 'outcome.missing.nothing')
}
