import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Category, Platform } from '@/lib/rules/types'
import type { Entry } from '@/lib/rules/what-if/entry'

export interface EntryWords {
  /** The name of a category with its option. */
  kind: (category: Category, option: string | null) => string
  /** The details that distinguish an entry from others of its category; may be empty. */
  detail: (entry: Entry) => string
  /** Name and details. */
  whole: (entry: Entry) => string
}

type Words<Part extends 'terms' | 'calculator.entry'> = ReturnType<typeof useTranslations<Part>>

/** Functions that describe an entry in the page's language. */
export function useEntryWords(locale: Locale, platforms: readonly Platform[]): EntryWords {
  const t = useTranslations('calculator.entry')
  const terms = useTranslations('terms')
  return useMemo(() => entryWords(t, terms, locale, platforms), [t, terms, locale, platforms])
}

function entryWords(t: Words<'calculator.entry'>, terms: Words<'terms'>, locale: Locale, platforms: readonly Platform[]): EntryWords {
  function kind(category: Category, option: string | null): string {
    return [terms(`category.${category}`), option ? terms(`option.${category}.${option}`) : null].filter(Boolean).join(' · ')
  }

  function detail(entry: Entry): string {
    return [
      'option' in entry ? terms(`option.${entry.category}.${entry.option}`) : null,
      ...ownWords(entry),
      'achievement' in entry ? entry.achievement : null,
      entry.creditedIn === undefined ? null : t('creditedIn', { year: String(entry.creditedIn) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }

  function ownWords(entry: Entry): (string | null)[] {
    switch (entry.category) {
      case 'paper':
        return [entry.author === 'other' ? terms('author.other') : null]
      case 'conference':
        return [terms(`subject.${entry.subject}`), entry.presented ? t('presented') : null]
      case 'training':
        return [
          terms(`subject.${entry.subject}`),
          t('days', { amount: entry.days }),
          entry.subject === 'professional' ? filed(entry) : null,
        ]
      case 'teaching':
        return [terms(`subject.${entry.subject}`), t('times', { amount: entry.times }), entry.unitApproved ? null : t('notApproved')]
      case 'courseware':
        return [terms(`subject.${entry.subject}`), platformName(entry.platform), courses(entry)]
      case 'elsewhere':
      case 'other':
        return [terms(`subject.${entry.subject}`), t('hours', { amount: entry.hours })]
      default:
        return []
    }
  }

  function filed({ filing, startedOn }: { filing?: { approvedOn: string }; startedOn: string }): string {
    if (!filing) return t('notFiled')
    return filing.approvedOn <= startedOn ? t('filedBefore') : t('filed', { date: formatDate(filing.approvedOn, locale) })
  }

  function platformName(code: string): string {
    return platforms.find((platform) => platform.code === code)?.name ?? code
  }

  function courses({ labelledHours, courses: count }: { labelledHours?: number; courses?: number }): string {
    return labelledHours === undefined ? t('courses', { amount: count ?? 1 }) : t('hours', { amount: labelledHours })
  }

  return {
    kind,
    detail,
    whole: (entry) => [terms(`category.${entry.category}`), detail(entry)].filter(Boolean).join(' · '),
  }
}
