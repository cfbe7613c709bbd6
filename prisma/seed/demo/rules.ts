import { askImpact } from '@/lib/server/impact/ask-impact'
import { editFigure } from '@/lib/server/rule-draft/edit-figure'
import { startDraft } from '@/lib/server/rule-draft/start-draft'
import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity } from './city'
import { actor, morning } from './trainings'

/** A draft of next year's rules, edited by one administrator for another to publish, with an impact run that the worker will do. */
export async function seedRules(db: PrismaClient, city: DemoCity): Promise<void> {
  const at = { now: morning('2025-11-17') }
  const administrator = actor(city, 'admin')
  const base = await db.ruleSetVersion.findFirstOrThrow({ select: { id: true } })
  const { id } = await startDraft(administrator, { base: base.id, title: '按省厅答复核实的标准', effectiveYear: 2026 }, at)
  const document = '省人社厅关于学时折算标准的答复（演示）'
  const basis = { status: 'legible', document } as const
  await editFigure(administrator, { id, version: 1, key: 'paper.other', value: '20', clause: 'M12.paper', ...basis }, at)
  await editFigure(administrator, { id, version: 2, key: 'patent.invention', value: '50', clause: 'M12.patent', ...basis }, at)
  await askImpact(administrator, { id, years: ['2025'] }, at)
}
