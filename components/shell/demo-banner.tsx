import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

const STEPS = [1, 5] as const

/** The banner of the demonstration, with its current date and buttons that move the date forward. */
export function DemoBanner({ today, locale, mails }: { today: string; locale: Locale; mails: boolean }) {
  const t = useTranslations('nav.demo')
  return (
    <section aria-label={t('label')} className="border-warn-line border-b bg-warn-soft text-sm" data-print="no">
      <form action="/api/demo/clock" method="post" className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 px-4 sm:px-6">
        <span className="py-1.5">{t('today', { date: formatDate(today, locale, 'weekday') })}</span>
        {STEPS.map((days) => (
          <button
            key={days}
            type="submit"
            name="days"
            value={days}
            className="min-h-9 text-accent underline underline-offset-[0.2em] pointer-coarse:min-h-11"
          >
            {t('forward', { days })}
          </button>
        ))}
        {mails ? (
          <TextLink href="/demo/mail" className="inline-flex min-h-9 items-center pointer-coarse:min-h-11">
            {t('mails')}
          </TextLink>
        ) : null}
      </form>
    </section>
  )
}
