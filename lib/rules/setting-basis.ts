import type { RuleSettings, Status } from '@/lib/rules/types'

export type SettingName = keyof RuleSettings
export const SETTINGS = [
  'oneOptionScope',
  'conversionAllocation',
  'denyAtShare',
  'warnAtShare',
  'transition',
] as const satisfies SettingName[]

/** The clause and status of each setting by our copy of the documents; a version may override them in its sources. */
export const SETTING_BASIS: Readonly<Record<SettingName, { clause: string; status: Status }>> = {
  oneOptionScope: { clause: 'M21.4', status: 'partial' },
  conversionAllocation: { clause: 'N5.0', status: 'partial' },
  denyAtShare: { clause: 'N8.1', status: 'provisional' },
  warnAtShare: { clause: 'N8.1', status: 'provisional' },
  transition: { clause: 'N5.1', status: 'provisional' },
}

/** The source document of a figure, deadline or setting. Settings also have their clause and status here; the others in their rows. */
export interface Source {
  document: string
  clause?: string | undefined
  status?: Status | undefined
}

/** Sources by place: `figures.training`, `publicDeadlines.2025`, `settings.denyAtShare`. */
export type Sources = Readonly<Record<string, Source>>

/** The clause and status of a setting in this version. */
export function basisOf(name: SettingName, sources: Sources): { clause: string; status: Status } {
  const source = sources[`settings.${name}`]
  const basis = SETTING_BASIS[name]
  return { clause: source?.clause ?? basis.clause, status: source?.status ?? basis.status }
}
