import { getTranslations } from 'next-intl/server'
import { formatDate } from '@/lib/i18n/format'
import { categoryOf } from '@/lib/rules/figure-bounds'
import { servedYears } from '@/lib/rules/rule-sets'
import { basisOf, SETTINGS, type SettingName, type Source } from '@/lib/rules/setting-basis'
import {
  ACHIEVEMENTS,
  type Category,
  type Figure,
  type PublicDeadline,
  type RuleSet,
  type RuleSettings,
  type Status,
} from '@/lib/rules/types'
import { inForce } from '@/lib/server/rule-draft/edit-figure'
import { currentLocale } from '@/lib/server/web/display'

/** Figures of a category that are no option of it, with their word in `rules`. */
const OWN_WORD: Readonly<Record<string, string>> = {
  'paper.other_author': 'row.other_author',
  'conference.presented': 'row.presented',
  'courseware.labelled': 'row.labelled',
  courseware: 'row.unlabelled',
}

/** What one place of a version says, with what it rests on. */
export interface Said {
  value: string
  clause: string
  status: Status
}

/** How the places and values of a version are called, in the page's language. */
export async function ruleSetWords() {
  const [t, terms, rules, locale] = await Promise.all([
    getTranslations('ruleVersions'),
    getTranslations('terms'),
    getTranslations('rules'),
    currentLocale(),
  ])

  /** The credit years that a version rules, with the last one where another came after it. */
  function yearsWord(effectiveYear: number, untilYear: number | null): string {
    const { from, until } = servedYears({ fromYear: effectiveYear, ...(untilYear === null ? {} : { untilYear }) }, [])
    if (until === null) return from === null ? t('yearsAlways') : t('yearsFrom', { from: String(from) })
    if (from === null) return t('yearsUntil', { until: String(until) })
    return t(from === until ? 'yearsOne' : 'yearsBetween', { from: String(from), until: String(until) })
  }

  function figureName(key: string): string {
    const category = categoryOf(key)
    if (category === null) return t(`figure.${key.replaceAll('.', '-')}`)
    const own = OWN_WORD[key]
    const rest = key.slice(category.length + 1)
    const part = own ? rules(own) : rest ? terms(`option.${category}.${rest}`) : null
    return part ? t('joined', { name: terms(`category.${category}`), part }) : terms(`category.${category}`)
  }

  function placeName(at: string): string {
    const [kind = '', ...rest] = at.split('.')
    const name = rest.join('.')
    if (kind === 'figures') return t.has(`figure.${name.replaceAll('.', '-')}`) || categoryOf(name) ? figureName(name) : name
    if (kind === 'publicDeadlines') return t('deadlineOf', { year: name })
    if (kind === 'settings') return t(`setting.${name}.name`)
    return at === '' ? t('whole') : t('effectiveYear')
  }

  const figureValue = ({ value, unit }: Figure) => (value === null ? t('noFigure') : rules(`value.${unit}`, { value: String(value) }))
  const deadlineValue = ({ until }: PublicDeadline) => formatDate(until, locale)

  function settingValue(name: SettingName, settings: RuleSettings): string {
    if (name === 'transition') {
      const { transition } = settings
      return transition
        ? t('setting.transition.value', { until: String(transition.until), cohort: transition.cohort })
        : t('setting.transition.none')
    }
    if (name === 'oneOptionScope' || name === 'conversionAllocation') return t(`setting.${name}.${settings[name]}`)
    return t('setting.share', { share: String(Math.round(settings[name] * 1000) / 10) })
  }

  /** What a version says there; null where it says nothing. */
  function said(at: string, { content, effectiveYear, sources }: Version): Said | null {
    const [kind = '', ...rest] = at.split('.')
    const name = rest.join('.')
    if (kind === 'figures') {
      const figure = inForce(content.figures, name, effectiveYear)
      return figure ? { value: figureValue(figure), clause: figure.clause, status: figure.status } : null
    }
    if (kind === 'publicDeadlines') {
      const row = content.publicDeadlines.find((each) => String(each.year) === name)
      return row ? { value: deadlineValue(row), clause: row.clause, status: row.status } : null
    }
    const setting = SETTINGS.find((each) => each === name)
    return setting ? { value: settingValue(setting, content.settings), ...basisOf(setting, sources) } : null
  }

  return { t, yearsWord, figureName, placeName, figureValue, deadlineValue, settingValue, said, locale }
}

export type RuleSetWords = Awaited<ReturnType<typeof ruleSetWords>>

interface Version {
  content: RuleSet
  effectiveYear: number
  sources: Readonly<Record<string, Source>>
}

/** The address of the form that changes a place of a draft; null where there is none. */
export function editHref(id: string, at: string): string | null {
  const [kind, ...rest] = at.split('.')
  const name = encodeURIComponent(rest.join('.'))
  if (kind === 'figures') return `/bureau/rules/${id}/figures/${name}`
  if (kind === 'publicDeadlines') return `/bureau/rules/${id}/deadlines/${name}`
  return kind === 'settings' ? `/bureau/rules/${id}/settings/${name}` : null
}

const GROUPS = ['year', 'achievements', 'participation'] as const
type Group = (typeof GROUPS)[number]

/** The groups in which figures are shown: what holds for the year, what is converted, what is attended. */
export function figureGroups(figures: readonly Figure[], year: number): { group: Group; figures: Figure[] }[] {
  const current = [...new Set(figures.map(({ key }) => key))].flatMap((key) => inForce(figures, key, year) ?? [])
  return GROUPS.map((group) => ({ group, figures: current.filter(({ key }) => groupOf(categoryOf(key)) === group) }))
}

function groupOf(category: Category | null): Group {
  if (category === null) return 'year'
  return ACHIEVEMENTS.some((each) => each === category) ? 'achievements' : 'participation'
}
