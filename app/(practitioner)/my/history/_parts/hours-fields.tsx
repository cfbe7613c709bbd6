import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/forms/text-field'

/** The two totals of a stamped form. */
export async function HoursFields({ total, professional }: { total?: number; professional?: number }) {
  const t = await getTranslations('historic.mine')
  return (
    <>
      <TextField
        name="total"
        label={t('totalLabel')}
        hint={t('totalHint')}
        inputMode="decimal"
        width="short"
        suffix={t('hours')}
        defaultValue={total === undefined ? undefined : String(total)}
      />
      <TextField
        name="professional"
        label={t('professionalLabel')}
        hint={t('professionalHint')}
        inputMode="decimal"
        width="short"
        suffix={t('hours')}
        defaultValue={professional === undefined ? undefined : String(professional)}
      />
    </>
  )
}
