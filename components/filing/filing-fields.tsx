import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { RadioList } from '@/components/forms/radio-list'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import type { Locale } from '@/lib/i18n/locales'
import type { AuthorityView, ContentView } from './types'

export type FilingFieldName = keyof ContentView

const TEXT_AREAS: Partial<Record<FilingFieldName, { rows: number; maxLength: number }>> = {
  content: { rows: 8, maxLength: 2000 },
  teachers: { rows: 3, maxLength: 300 },
}
const MAX_LENGTHS: Partial<Record<FilingFieldName, number>> = {
  title: 120,
  targetGroup: 200,
  place: 120,
  outsideNumber: 60,
  outsideBody: 80,
  organizer: 80,
}

/** The fields of one step of the form, with the values of the draft. */
export function FilingFields({
  fields,
  content,
  authorities,
  outside,
  locale,
}: {
  fields: readonly FilingFieldName[]
  content: Partial<ContentView>
  authorities: readonly AuthorityView[]
  outside: boolean
  locale: Locale
}) {
  const t = useTranslations('filing')
  return fields.map((name) => {
    const value = content[name]
    const text = value === null || value === undefined ? undefined : String(value)
    const hint = t.has(`hint.${name}`) ? t(`hint.${name}`) : undefined
    const common = { name, label: t(`label.${name}`), hint, optional: outside && name === 'place' }
    const area = TEXT_AREAS[name]
    if (area) return <TextArea key={name} {...common} {...area} defaultValue={text} />
    switch (name) {
      case 'startsOn':
      case 'endsOn':
      case 'outsideFiledOn':
        return <DateField key={name} {...common} defaultValue={text} />
      case 'days':
      case 'hours':
        return (
          <TextField
            key={name}
            {...common}
            width="short"
            inputMode="decimal"
            maxLength={8}
            suffix={t(`suffix.${name}`)}
            defaultValue={text}
          />
        )
      case 'authorityId':
        return <RadioList key={name} {...common} options={authorities.map((one) => choiceOf(one, locale, t))} defaultValue={text} />
      default:
        return <TextField key={name} {...common} maxLength={MAX_LENGTHS[name]} defaultValue={text} />
    }
  })
}

function choiceOf({ id, name, nameEn, field }: AuthorityView, locale: Locale, t: ReturnType<typeof useTranslations>) {
  return { value: id, label: (locale === 'en' && nameEn) || name, hint: field ? t('hint.field', { field }) : undefined }
}
