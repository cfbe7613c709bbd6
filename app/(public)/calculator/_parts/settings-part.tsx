import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { DateField } from '@/components/forms/date-field'
import { SelectField } from '@/components/forms/select-field'
import { buttonClass } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import type { RuleSet } from '@/lib/rules/types'
import { serves, type WhatIf } from '@/lib/rules/what-if/state'
import { StateForm } from './state-form'

const YEARS_BEFORE = 6
const YEARS_AFTER = 3

interface Props extends Pick<WhatIf, 'year' | 'ruleSet' | 'transferredOn'> {
  sets: readonly RuleSet[]
  /** The id of the rule set that the year is counted by. */
  counted: string
  thisYear: number
}

/** The credit year, the rule set and the day of moving in. */
export const SettingsPart = memo(function SettingsPart({ year, ruleSet, transferredOn, sets, counted, thisYear }: Props) {
  const t = useTranslations('calculator.settings')
  const years = Array.from({ length: YEARS_BEFORE + 1 + YEARS_AFTER }, (_, place) => thisYear + YEARS_AFTER - place)
  const offered = years.includes(year) ? years : [...years, year].sort((a, b) => b - a)
  return (
    <StateForm except={['year', 'set', 'moved']}>
      <SelectField
        key={`year ${year}`}
        name="year"
        label={t('year')}
        defaultValue={String(year)}
        options={offered.map(String).map((value) => ({ value, label: value }))}
      />
      <SelectField
        key={`set ${ruleSet} ${year}`}
        name="set"
        label={t('ruleSet')}
        defaultValue={ruleSet ?? ''}
        options={[
          { value: '', label: t('inForce') },
          ...sets.filter((set) => serves(set, year)).map(({ id }) => ({ value: id, label: id })),
        ]}
      />
      <DateField
        key={`moved ${transferredOn}`}
        name="moved"
        label={t('moved')}
        hint={t('movedHint')}
        {...(transferredOn ? { defaultValue: transferredOn } : {})}
      />
      <div className="flex flex-wrap items-center gap-x-4">
        <button type="submit" className={buttonClass('secondary')}>
          {t('apply')}
        </button>
        <TextLink href={`/rules/sets/${encodeURIComponent(counted)}`} className="inline-flex min-h-11 items-center text-sm">
          {t('toRuleSet', { id: counted })}
        </TextLink>
      </div>
    </StateForm>
  )
})
