import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { EntryWords } from '@/components/what-if/entry-words'
import type { View } from '@/lib/rules/what-if/reduce'
import { MAX_ENTRIES } from '@/lib/rules/what-if/state'
import { StateForm } from './state-form'

/** What has just happened to the list, with the way back where something was removed. */
export function EntryNotice({ view: { removed, changed, full }, words }: { view: View; words: EntryWords }) {
  const t = useTranslations('calculator.entries')
  if (!removed && !changed && !full) return null
  return (
    <div data-focus tabIndex={-1} data-print="no" className="outline-none">
      {full ? <Notice tone="warn" live title={t('full', { most: MAX_ENTRIES })} /> : null}
      {changed && !full ? <Notice tone="ok" live title={t('added', { what: words.whole(changed) })} /> : null}
      {removed ? (
        <Notice live title={t('removed', { what: words.whole(removed.entry) })}>
          <StateForm>
            <button type="submit" name={removed.picked ? 'takepick' : 'take'} value={removed.code} className={buttonClass('quiet')}>
              {t('undo')}
            </button>
          </StateForm>
        </Notice>
      ) : null}
    </div>
  )
}
