import { getTranslations } from 'next-intl/server'
import { RadioList } from '@/components/forms/radio-list'
import { TextField } from '@/components/forms/text-field'
import { STATUSES, type Status } from '@/lib/rules/types'

/** What every change of a draft is asked: the clause, how sure it is, and the document it rests on. */
export async function BasisFields({ clause, status, document }: { clause: string; status: Status; document: string }) {
  const [t, terms] = await Promise.all([getTranslations('ruleVersions'), getTranslations('terms')])
  return (
    <>
      <TextField name="clause" label={t('clause')} hint={t('clauseHint')} defaultValue={clause} width="medium" maxLength={60} />
      <RadioList
        name="status"
        label={t('certainty')}
        defaultValue={status}
        options={STATUSES.map((value) => ({ value, label: t(`certaintyOf.${value}`), hint: terms(`statusHint.${value}`) }))}
      />
      <TextField name="document" label={t('document')} hint={t('documentHint')} defaultValue={document} maxLength={200} />
    </>
  )
}
