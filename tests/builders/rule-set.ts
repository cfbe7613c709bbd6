import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { editFigure } from '@/lib/server/rule-draft/edit-figure'
import { startDraft } from '@/lib/server/rule-draft/start-draft'
import { makeOfficer, makePerson, noon } from './city'

export const RULES_NOW = { now: noon('2025-11-10') }

/** Two administrators of one bureau: one drafts, the other publishes. */
export async function makeAdministrators(): Promise<[Actor, Actor]> {
  const bureau = { id: newId(), regionCode: '341200' }
  await db.organization.create({
    data: { ...bureau, kind: 'bureau', name: '市人社局', unitLevel: 'municipal', createdAt: noon('2025-01-01') },
  })
  const [one, other] = [await makePerson(bureau, '许安'), await makePerson(bureau, '沈宁')]
  return [await makeOfficer(bureau, one, 'administrator'), await makeOfficer(bureau, other, 'administrator')]
}

export function versionOf(id: string) {
  return db.ruleSetVersion.findUniqueOrThrow({ where: { id } })
}

/** A draft of the shipped rules for that year. */
export async function makeDraft(actor: Actor, effectiveYear: number): Promise<string> {
  const base = await db.ruleSetVersion.findUniqueOrThrow({ where: { code: 'anhui-2025' } })
  const { id } = await startDraft(actor, { base: base.id, title: '试行标准', effectiveYear }, RULES_NOW)
  return id
}

export async function changeFigure(
  actor: Actor,
  id: string,
  key: string,
  value: string,
  more: { status?: 'legible' | 'partial' | 'provisional'; clause?: string; document?: string } = {},
): Promise<void> {
  const { version } = await versionOf(id)
  const basis = { clause: 'M12.10', status: 'legible' as const, document: '皖人社秘〔2026〕8号', ...more }
  await editFigure(actor, { id, version, key, value, ...basis }, RULES_NOW)
}
