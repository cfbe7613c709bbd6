import { useTranslations } from 'next-intl'
import { Tag, type Tone } from '@/components/ui/tag'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

const TONES = { in_time: 'ok', late: 'warn', too_late: 'bad', cancelled: 'off' } as const satisfies Record<string, Tone>
export type RecognitionView = keyof typeof TONES

/** Whether the training's hours count, as a tag. */
export function RecognitionTag({ recognition }: { recognition: RecognitionView }) {
  const t = useTranslations('filing.recognition')
  return <Tag tone={TONES[recognition]}>{t(`tag.${recognition}`)}</Tag>
}

/** Whether the training's hours count, as a sentence with its dates. */
export function RecognitionSentence({
  recognition,
  approvedOn,
  startsOn,
  outside,
  locale,
}: {
  recognition: RecognitionView
  approvedOn: string | null
  startsOn: string
  outside: boolean
  locale: Locale
}) {
  const t = useTranslations('filing.recognition')
  const day = (date: string | null) => (date ? formatDate(date, locale) : '')
  const key = outside && recognition === 'in_time' ? 'sentence.outside' : `sentence.${recognition}`
  return <>{t(key, { approved: day(approvedOn), starts: day(startsOn) })}</>
}
