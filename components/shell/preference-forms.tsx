import { useTranslations } from 'next-intl'
import type { Locale, TextSize } from '@/lib/i18n/locales'

const BUTTON = 'min-h-11 px-1 text-accent sm:px-1.5 text-sm underline underline-offset-[0.2em] hover:text-accent-dark'

/** Buttons for language and text size. Plain POST forms, so that they work before scripts load and do not change the URL. */
export function PreferenceForms({ locale, textSize }: { locale: Locale; textSize: TextSize }) {
  const t = useTranslations('nav')
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <>
      <form action="/api/preferences" method="post">
        <button type="submit" name="locale" value={other} lang={other} className={BUTTON}>
          {t('otherLanguage')}
        </button>
      </form>
      <form action="/api/preferences" method="post">
        <button type="submit" name="textsize" value={textSize === 'large' ? 'usual' : 'large'} className={BUTTON}>
          {textSize === 'large' ? t('usualText') : t('largeText')}
        </button>
      </form>
    </>
  )
}
