import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { MyYear } from '@/lib/server/year/read-my-year'

/** What counts before and after a person moved in from another province (M14.3). */
export function TransferNote({ transfer, locale }: { transfer: NonNullable<MyYear['transfer']>; locale: Locale }) {
  const t = useTranslations('entry.transfer')
  const date = formatDate(transfer.on, locale)
  return (
    <Notice title={transfer.from ? t('title', { date, from: transfer.from }) : t('titleBare', { date })}>
      <p>{t('year', { date })}</p>
      {transfer.before > 0 ? <p className="font-semibold">{t('notCounted', { count: transfer.before })}</p> : null}
      <TextLink href="/my/records/new?category=elsewhere" className="inline-flex min-h-11 items-center">
        {t('add')}
      </TextLink>
    </Notice>
  )
}
