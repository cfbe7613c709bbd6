import { useTranslations } from 'next-intl'
import type { RuleSettings } from '@/lib/rules/types'

export const SETTING_KEYS = [
  'oneOptionScope',
  'conversionAllocation',
  'denyAtShare',
  'warnAtShare',
  'transition',
] as const satisfies readonly (keyof RuleSettings)[]

/** The value of a setting of a rule set, as a text. */
export function SettingValue({ name, value }: { name: keyof RuleSettings; value: RuleSettings[keyof RuleSettings] }) {
  const t = useTranslations('ruleSets')
  if (value === null) return <>{t('transition.none')}</>
  if (typeof value === 'object') return <>{t('transition.some', { until: String(value.until), cohort: value.cohort })}</>
  return <>{typeof value === 'number' ? t('share', { value: String(value) }) : t(`setting.${name}.${value}`)}</>
}
