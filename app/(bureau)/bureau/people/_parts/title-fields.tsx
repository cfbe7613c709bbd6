import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { TITLE_LEVELS } from '@/lib/access/types'
import { TITLE_SERIES } from '@/lib/i18n/title-series'
import { currentLocale } from '@/lib/server/web/display'

/** Series and level of a title. */
export async function SeriesFields({
  optional = false,
  given,
}: {
  optional?: boolean
  given?: { titleSeries: string; titleLevel: string } | undefined
}) {
  const [t, terms, locale] = await Promise.all([getTranslations('admin.person'), getTranslations('terms'), currentLocale()])
  return (
    <>
      <SelectField
        name="titleSeries"
        label={t('titleSeries')}
        optional={optional}
        empty={t('choose')}
        defaultValue={given?.titleSeries ?? ''}
        options={TITLE_SERIES.map(({ name, en }) => ({ value: name, label: locale === 'en' ? `${en} · ${name}` : name }))}
      />
      <SelectField
        name="titleLevel"
        label={t('titleLevel')}
        optional={optional}
        empty={t('choose')}
        defaultValue={given?.titleLevel ?? ''}
        options={TITLE_LEVELS.map((value) => ({ value, label: terms(`titleLevel.${value}`) }))}
      />
    </>
  )
}

/** A title that is held: series, level, name, since when. */
export async function TitleFields({ optional = false }: { optional?: boolean }) {
  const t = await getTranslations('admin.person')
  return (
    <>
      <SeriesFields optional={optional} />
      <TextField name="titleName" label={t('titleName')} hint={t('titleNameHint')} optional={optional} width="medium" maxLength={40} />
      <DateField name="appointedFrom" label={t('appointedFrom')} hint={t('dateHint')} optional={optional} />
    </>
  )
}
