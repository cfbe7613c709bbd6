import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { RadioList } from '@/components/forms/radio-list'
import { TextField } from '@/components/forms/text-field'
import type { Choice } from '@/components/forms/types'
import { rateOf, rulingDay } from '@/lib/rules/lookup'
import { AUTHORS, OPTIONS, SUBJECTS } from '@/lib/rules/types'
import type { Draft } from '@/lib/server/record/draft/read-draft'
import type { Field } from '@/lib/server/record/draft/steps'
import { ruleSetInForce } from '@/lib/server/rule-set/in-force'

const OPTIONAL: readonly Field[] = ['place', 'creditedIn', 'labelledHours', 'courses']
const NUMBER_NEEDED = ['patent', 'exam', 'degree', 'standard']
const ORGANIZER_NEEDED = ['award', 'paper', 'conference', 'training', 'teaching', 'elsewhere']

/** One field of the form with the words of its category and what the draft holds. */
export function DraftField({ field, draft }: { field: Field; draft: Draft }) {
  const t = useTranslations('record')
  const { content } = draft
  const { category, details } = content
  const said = (kind: 'label' | 'hint') => {
    const own = `${kind}.${field}_${category}`
    return t.has(own) ? t(own) : t.has(`${kind}.${field}`) ? t(`${kind}.${field}`) : undefined
  }
  const label = said('label') ?? field
  const hint = said('hint')
  const common = { name: field, label, hint, optional: isOptional(field, draft) }
  const choices = useChoices(field, draft)
  switch (field) {
    case 'option':
    case 'author':
    case 'subject':
    case 'presented':
    case 'unitApproved':
      return <RadioList {...common} options={choices} defaultValue={chosen(field, draft)} />
    case 'startedOn':
    case 'completedOn':
      return <DateField {...common} hint={hint ?? t('hint.date')} defaultValue={content[field] ?? undefined} />
    case 'days':
    case 'times':
    case 'labelledHours':
    case 'courses':
    case 'hours':
      return <TextField {...common} width="short" inputMode="decimal" defaultValue={text(details[field])} maxLength={10} />
    case 'creditedIn':
      return <TextField {...common} width="short" inputMode="numeric" defaultValue={text(content.creditedIn)} maxLength={10} />
    case 'number':
    case 'certificate':
    case 'decision':
      return <TextField {...common} width="medium" defaultValue={details[field]} />
    case 'title':
    case 'organizer':
    case 'place':
    case 'assessment':
      return <TextField {...common} defaultValue={content[field]} />
    default:
      return null
  }
}

function isOptional(field: Field, { content: { category } }: Draft): boolean {
  if (field === 'number') return !NUMBER_NEEDED.includes(category)
  if (field === 'organizer') return !ORGANIZER_NEEDED.includes(category)
  if (field === 'startedOn') return category !== 'training'
  return OPTIONAL.includes(field)
}

function useChoices(field: Field, { content }: Draft): Choice[] {
  const t = useTranslations('record')
  const terms = useTranslations('terms')
  const { category, year } = content
  switch (field) {
    case 'option':
      return OPTIONS[category].map((value) => {
        const rate = rateOf(ruleSetInForce(year), category, value, rulingDay(year))
        const worth =
          value === 'below-bachelor' ? terms('reason.degree_below_bachelor') : t('choice.optionHours', { hours: rate.value ?? 0 })
        return {
          value,
          label: terms(`option.${category}.${value}`),
          hint: rate.status === 'legible' ? worth : `${worth} · ${terms(`status.${rate.status}`)}`,
        }
      })
    case 'author':
      return AUTHORS.map((value) => ({ value, label: terms(`author.${value}`) }))
    case 'subject':
      return SUBJECTS.map((value) => ({ value, label: terms(`subject.${value}`), hint: terms(`subjectHint.${value}`) }))
    case 'presented':
      return [
        { value: 'yes', label: t('choice.presentedYes') },
        { value: 'no', label: t('choice.presentedNo') },
      ]
    case 'unitApproved':
      return [
        { value: 'yes', label: t('choice.unitApprovedYes') },
        { value: 'no', label: t('choice.unitApprovedNo'), hint: t('choice.unitApprovedNoHint') },
      ]
    default:
      return []
  }
}

function chosen(field: Field, { content }: Draft): string | undefined {
  const { details } = content
  switch (field) {
    case 'option':
      return content.option ?? undefined
    case 'subject':
      return content.subject ?? undefined
    case 'author':
      return details.author
    case 'presented':
      return yesNo(details.presented)
    case 'unitApproved':
      return yesNo(details.unitApproved)
    default:
      return undefined
  }
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no'
}

function text(value: number | null | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value)
}
