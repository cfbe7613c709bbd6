import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Category } from '@/lib/rules/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { previewAct } from '../../consequence/act'
import { db } from '../../database/db'
import { invalid } from '../../input/errors'
import type { Changes } from '../../transition/changes'
import { type CorrectRecord, planCorrection } from './plan-correction'

/** What a year holds before and after the correction. */
export interface CorrectedYear {
  year: number
  before: { professional: number; total: number; met: boolean }
  after: { professional: number; total: number; met: boolean }
}

/** What a correction will do, shown before it does it. */
export interface CorrectionPreview {
  category: Category
  title: string
  changes: Changes
  /** What the record is worth at its rate. */
  hours: { from: number; to: number }
  years: CorrectedYear[]
  /** What becomes of the certificate of a certified year; null: no year of these is certified. */
  certificate: 'kept' | 'superseded' | 'revoked' | null
  /** A request for certification falls, since its year no longer reaches the hours. */
  requestDropped: boolean
  /** Somebody changed the record since the form was opened. */
  isStale: boolean
}

/** Plans the correction exactly as it would be committed, and commits nothing. Refused like the correction itself, and where nothing is corrected. */
export async function previewCorrection(actor: Actor, input: CorrectRecord, now: Date): Promise<CorrectionPreview> {
  const { record, columns, changes, ...correction } = await planCorrection(actor, input, now)
  if (changes.fields.length === 0) throw invalid({ title: { key: 'unchanged' } })
  const plan = await previewAct(actor, correction.act, now)
  const writes = plan.ledgers
  const rows = await db.year.findMany({
    where: { personId: record.personId, year: { in: writes.map(({ year }) => year) } },
    select: { year: true, state: true, professional: true, total: true, met: true },
  })
  const before = new Map(rows.map((row) => [row.year, row]))
  const happens = (machine: 'certificate' | 'year', event: string) =>
    plan.transitions.some((transition) => transition.machine === machine && transition.event === event)
  return {
    category: record.category,
    title: record.title,
    changes,
    hours: { from: record.hours, to: Number(columns.hours) },
    years: writes.map(({ year, professional, total, met }) => {
      const row = before.get(year)
      return {
        year,
        before: { professional: Number(row?.professional ?? 0), total: Number(row?.total ?? 0), met: row?.met ?? false },
        after: { professional, total, met },
      }
    }),
    certificate: happens('certificate', 'revoke')
      ? 'revoked'
      : happens('certificate', 'supersede')
        ? 'superseded'
        : rows.some(({ state }) => isInGroup('year', state, 'certified'))
          ? 'kept'
          : null,
    requestDropped: happens('year', 'drop'),
    isStale: input.version !== record.version,
  }
}
