import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { AddressFault } from '@/lib/rules/what-if/address'
import type { EntryFault } from '@/lib/rules/what-if/entry-code'

/** What an address edited by hand holds that cannot be read: what and where. */
export function AddressFaults({ faults }: { faults: readonly AddressFault[] }) {
  const t = useTranslations('calculator.address')
  const all = useTranslations('calculator')
  const terms = useTranslations('terms')
  if (faults.length === 0) return null

  function sentence(fault: AddressFault): string {
    switch (fault.place) {
      case 'entry':
        return t('entry', { entry: fault.entry, fault: entrySentence(fault.fault) })
      case 'too_many':
        return t('too_many', { most: fault.most })
      case 'set_year':
        return t('set_year', { found: fault.found, year: String(fault.year) })
      default:
        return t(fault.place, { found: fault.found })
    }
  }

  function entrySentence(fault: EntryFault): string {
    if (fault.code === 'category') return t('category', { found: fault.found })
    const category = terms(`category.${fault.category}`)
    if (fault.code === 'part') return t('part', { category, found: fault.found })
    const field = all(`field.${fault.field}`)
    if (fault.fault.code === 'missing') return t('fieldMissing', { category, field })
    return t('field', { category, field, found: fault.found, fault: all(`fault.${fault.fault.code}`, { ...fault.fault }) })
  }

  return (
    <Notice tone="warn" title={t('title')}>
      <ul className="list-disc pl-5">
        {faults.map((fault) => {
          const said = sentence(fault)
          return <li key={said}>{said}</li>
        })}
      </ul>
      <p>{t('kept')}</p>
    </Notice>
  )
}
