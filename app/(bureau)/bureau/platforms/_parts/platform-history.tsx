import { getTranslations } from 'next-intl/server'
import { Timeline } from '@/components/ui/timeline'
import { formatInstant } from '@/lib/i18n/format'
import type { PlatformChange } from '@/lib/server/platform/read-platform'
import { currentLocale } from '@/lib/server/web/display'
import { windowWords } from './window-words'

/** Who did what to a platform's windows, by which document; what came with the software has nobody to name. */
export async function PlatformHistory({ history }: { history: readonly PlatformChange[] }) {
  const [t, register, terms, locale] = await Promise.all([
    getTranslations('platforms'),
    getTranslations('register'),
    getTranslations('terms'),
    currentLocale(),
  ])

  function saidOf({ act, before, after }: PlatformChange): string {
    const window = (side: PlatformChange['after']) =>
      side.from ? windowWords({ from: side.from, until: side.until ?? null }, register, locale) : ''
    const certainty = (side: PlatformChange['after']) => (side.status ? terms(`statusHint.${side.status}`) : '')
    if (act === 'platform_enter') return window(after)
    const [from, to] =
      act === 'platform_close'
        ? [window(before), window(after)]
        : [before, after].map((side) => [side.name, certainty(side)].filter(Boolean).join(' · '))
    return from === to ? (to ?? '') : t('fromTo', { from: from ?? '', to: to ?? '' })
  }

  if (history.length === 0) return <p className="text-muted">{t('noHistory')}</p>
  return (
    <Timeline
      label={t('historyLabel')}
      items={history.toReversed().map((change) => ({
        id: change.id,
        when: <time dateTime={change.at}>{formatInstant(change.at, locale)}</time>,
        title: t('by', { act: t(`acts.${change.act}`), name: change.by }),
        note: [saidOf(change), change.after.document].filter(Boolean).join(' · '),
      }))}
    />
  )
}
