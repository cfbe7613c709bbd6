import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { RadioList } from '@/components/forms/radio-list'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import type { Choice } from '@/components/forms/types'
import { AUTHORS, type Category, OPTIONS, type Platform, SUBJECTS } from '@/lib/rules/types'
import { type EntryField, OPTIONAL_FIELDS } from '@/lib/rules/what-if/entry-fields'

/** The code of a platform that stands in no register. */
const NOWHERE = '-'

/** One question about an entry. */
export function EntryInput({
  field,
  category,
  text,
  platforms,
}: {
  field: EntryField
  category: Category
  text: string | undefined
  platforms: readonly Platform[]
}) {
  const t = useTranslations('calculator')
  const terms = useTranslations('terms')
  const common = { name: field, label: t(`field.${field}`), optional: OPTIONAL_FIELDS.has(field) && !CHOSEN.has(field) }
  const value = text === undefined ? {} : { defaultValue: text }
  const hint = HINTED.has(field) ? { hint: t(`hint.${field}`) } : {}
  switch (field) {
    case 'option':
      return (
        <RadioList {...common} {...value} options={OPTIONS[category].map((option) => choice(option, `option.${category}.${option}`))} />
      )
    case 'author':
      return <RadioList {...common} {...value} options={AUTHORS.map((author) => choice(author, `author.${author}`))} />
    case 'subject':
      return <RadioList {...common} {...value} options={[...SUBJECTS].reverse().map((subject) => choice(subject, `subject.${subject}`))} />
    case 'presented':
    case 'unitApproved':
    case 'filed':
      return (
        <RadioList
          {...common}
          {...value}
          {...hint}
          options={(['yes', 'no'] as const).map((answer) => ({ value: answer, label: t(`${answer}.${field}`) }))}
        />
      )
    case 'startedOn':
    case 'completedOn':
      return <DateField {...common} {...value} />
    case 'platform':
      return <SelectField {...common} {...value} options={platformChoices(platforms)} />
    case 'achievement':
      return <TextField {...common} {...value} {...hint} maxLength={20} autoComplete="off" />
    default:
      return <TextField {...common} {...value} {...hint} width="short" inputMode="decimal" autoComplete="off" />
  }

  function choice(key: string, term: string): Choice {
    return { value: key, label: terms(term) }
  }

  function platformChoices(rows: readonly Platform[]): Choice[] {
    const names = new Map(rows.map(({ code, name }) => [code, name]))
    return [...[...names].map(([key, name]) => ({ value: key, label: name })), { value: NOWHERE, label: t('platformOther') }]
  }
}

/** Always one of two: not called optional. */
const CHOSEN: ReadonlySet<EntryField> = new Set(['author', 'presented', 'filed'])
const HINTED: ReadonlySet<EntryField> = new Set([
  'days',
  'filed',
  'times',
  'labelledHours',
  'courses',
  'hours',
  'achievement',
  'creditedIn',
])
