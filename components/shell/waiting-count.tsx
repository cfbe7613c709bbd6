import { useTranslations } from 'next-intl'
import { CountMark } from './count-mark'

/** How much waits under an entry: a figure for the eye, a sentence for the ear. */
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
