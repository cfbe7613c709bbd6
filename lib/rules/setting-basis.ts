import type { RuleSettings, Status } from '@/lib/rules/types'

export type SettingName = keyof RuleSettings
export const SETTINGS = [
  'oneOptionScope',
  'conversionAllocation',
  'denyAtShare',
  'warnAtShare',
  'transition',
] as const satisfies SettingName[]

/** What a setting rests on and how sure it is, of the copy that reached us; a version that says otherwise says so in its sources. */
export const SETTING_BASIS: Readonly<Record<SettingName, { clause: string; status: Status }>> = {
  oneOptionScope: { clause: 'M21.4', status: 'partial' },
  conversionAllocation: { clause: 'N5.0', status: 'partial' },
  denyAtShare: { clause: 'N8.1', status: 'provisional' },
  warnAtShare: { clause: 'N8.1', status: 'provisional' },
  transition: { clause: 'N5.1', status: 'provisional' },
}

/** The document that a figure, deadline or setting rests on; a setting carries its clause and certainty here too. */
export interface Source {
  document: string
  clause?: string | undefined
  status?: Status | undefined
}

/** By place: `figures.training`, `publicDeadlines.2025`, `settings.denyAtShare`. */
export type Sources = Readonly<Record<string, Source>>

/** What a setting of this version rests on. */
export function basisOf(name: SettingName, sources: Sources): { clause: string; status: Status } {
  const source = sources[`settings.${name}`]
  const basis = SETTING_BASIS[name]
  return { clause: source?.clause ?? basis.clause, status: source?.status ?? basis.status }
}
