import { useTranslations } from 'next-intl'
import { RadioList } from '@/components/forms/radio-list'
import { TextField } from '@/components/forms/text-field'
import { STATUSES } from '@/lib/rules/types'
import { PLATFORM_SOURCES } from '@/lib/server/platform/platform-input'

interface Given {
  status?: string
  source?: string
  document?: string
}

/** What a platform's row rests on and how sure it is. */
export function BasisFields({ given = {} }: { given?: Given }) {
  const t = useTranslations('platforms')
  const clauses = useTranslations('clauses')
  const isClause = PLATFORM_SOURCES.some((source) => source === given.source)
  return (
    <>
      <TextField name="document" label={t('document')} hint={t('documentHint')} defaultValue={given.document} maxLength={200} />
      <RadioList
        name="source"
        label={t('source')}
        defaultValue={given.source === undefined ? undefined : isClause ? given.source : 'document'}
        options={PLATFORM_SOURCES.map((value) => {
          const key = value.replaceAll('.', '-')
          return value === 'document'
            ? { value, label: t('sourceDocument'), hint: t('sourceDocumentHint') }
            : { value, label: clauses(`${key}.name`), hint: clauses(`${key}.gist`) }
        })}
      />
      <RadioList
        name="status"
        label={t('status')}
        defaultValue={given.status}
        options={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`), hint: t(`statusHints.${value}`) }))}
      />
    </>
  )
}
