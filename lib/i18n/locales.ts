/** The languages of the portal; Chinese is the default. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'zh-CN'

/** The language named by a cookie or form; the default where it is not one of the portal's. */
export function localeFrom(text: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === text) ?? DEFAULT_LOCALE
}

/** Text sizes: the usual one and the large one of the care mode for older users. */
export const TEXT_SIZES = ['usual', 'large'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** The text size named by a cookie or form; the usual one where it names none. */
export function textSizeFrom(text: string | null | undefined): TextSize {
  return text === 'large' ? 'large' : 'usual'
}
