import { useTranslations } from 'next-intl'
import { subjectOfKey } from '@/lib/rules/figure-key'

/** What a figure of a rule set applies to, in words. A key that has none is shown as it is. */
export function FigureName({ figureKey }: { figureKey: string }) {
  const t = useTranslations('ruleSets.figure')
  const terms = useTranslations('terms')
  const subject = subjectOfKey(figureKey)
  if ('key' in subject) {
    const known = figureKey.replaceAll('.', '-')
    return <>{t.has(known) ? t(known) : figureKey}</>
  }
  const { category, option } = subject
  return <>{[terms(`category.${category}`), option ? terms(`option.${category}.${option}`) : null].filter(Boolean).join(' · ')}</>
}
