import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { SelectField } from '@/components/forms/select-field'
import { buttonClass } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import type { RuleSet } from '@/lib/rules/types'
import { serves, type WhatIf } from '@/lib/rules/what-if/state'
import { StateForm } from './state-form'

const YEARS_BEFORE = 6
const YEARS_AFTER = 3

/** The credit year, the rule set and the day of moving in. */
export function SettingsPart({
  state,
  sets,
  ruleSet,
  thisYear,
}: {
  state: WhatIf
  sets: readonly RuleSet[]
  ruleSet: RuleSet
  thisYear: number
}) {
  const t = useTranslations('calculator.settings')
  const years = Array.from({ length: YEARS_BEFORE + 1 + YEARS_AFTER }, (_, place) => thisYear + YEARS_AFTER - place)
  const offered = years.includes(state.year) ? years : [...years, state.year].sort((a, b) => b - a)
  return (
    <StateForm state={state} except={['year', 'set', 'moved']}>
      <SelectField
        key={`year ${state.year}`}
        name="year"
        label={t('year')}
        defaultValue={String(state.year)}
        options={offered.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        key={`set ${state.ruleSet} ${state.year}`}
        name="set"
        label={t('ruleSet')}
        defaultValue={state.ruleSet ?? ''}
        options={[
          { value: '', label: t('inForce') },
          ...sets.filter((set) => serves(set, state.year)).map(({ id }) => ({ value: id, label: id })),
        ]}
      />
      <DateField
        key={`moved ${state.transferredOn}`}
        name="moved"
        label={t('moved')}
        hint={t('movedHint')}
        {...(state.transferredOn ? { defaultValue: state.transferredOn } : {})}
      />
      <div className="flex flex-wrap items-center gap-x-4">
        <button type="submit" className={buttonClass('secondary')}>
          {t('apply')}
        </button>
        <TextLink href={`/rules/sets/${encodeURIComponent(ruleSet.id)}`} className="inline-flex min-h-11 items-center text-sm">
          {t('toRuleSet', { id: ruleSet.id })}
        </TextLink>
      </div>
    </StateForm>
  )
}
