import { useTranslations } from 'next-intl'
import { CountMark } from './count-mark'

/** The number of waiting items of a navigation entry, with a sentence for screen readers. */
export function WaitingCount({ count }: { count: number }) {
  const t = useTranslations('nav')
  if (count === 0) return null
  return (
    <>
      <CountMark count={count} />
      <span className="sr-only">{t('waiting', { count })}</span>
    </>
  )
}
