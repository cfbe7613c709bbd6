import { useTranslations } from 'next-intl'
import { subjectOfKey } from '@/lib/rules/figure-key'

/** What a figure of a rule set applies to, as a text. An unknown key is shown itself. */
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
