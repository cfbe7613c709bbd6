import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import printed from '@/lib/i18n/messages/zh-CN/attendancePrint.json'
import { newId } from '../database/ids'
import { forbidden, invalid } from '../input/errors'
import { columnsOfContent, emptyContent, mergeContent } from '../record/content'
import { problemsOf } from '../record/content-problems'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readSettings } from '../runtime/settings'
import type { ActInput } from '../transition/act'
import { actorContext } from '../transition/context'
import type { Step } from '../transition/step'
import type { RowOf } from '../transition/tables'
import { type Training, yearOfTraining } from './load-training'

/** A line that is right. Its key becomes the record's. */
export interface Attendance {
  id: string
  personId: string
  days: number
  result: string
  completedOn: PlainDate | null
}

/** A proof of this key is not in the file store: it is drawn from the roster's line when somebody opens it. */
export function proofKey(rowId: string): string {
  return `roster:${rowId}`
}

/**
 * The records that come of these lines: drafts of the people, linked to the filing, each with the line itself as its proof, and each person
 * told. The person need upload nothing; the list itself stays with the provider, since it holds the numbers of all the others.
 */
export async function attendanceOf(
  actor: Actor,
  training: Training,
  rows: readonly Attendance[],
  now: Date,
): Promise<Required<Pick<ActInput, 'steps' | 'inserts'>>> {
  const { accountId } = actor
  if (accountId === null) throw forbidden()
  const [calendar, { openYears }] = await Promise.all([readWorkCalendar(), readSettings()])
  const today = dateInShanghai(now)
  const context = actorContext(actor, now, calendar)
  const blank = emptyContent('training', yearOfTraining(training))
  const planned = rows.map(({ id, personId, days, result, completedOn }) => {
    const content = mergeContent(blank, {
      subject: 'professional',
      title: training.title,
      assessment: result,
      organizer: training.provider,
      place: training.place,
      startedOn: training.startsOn,
      completedOn: completedOn ?? training.endsOn,
      filingId: training.id,
      details: { days },
    })
    const problems = problemsOf(content, today, openYears)
    if (Object.keys(problems).length > 0) throw invalid(problems)
    const row: RowOf<'record'> = {
      ...columnsOfContent(content),
      person_id: personId,
      appeals_used: 0,
      hours: 0,
      created_by: accountId,
      created_role: actor.role,
    }
    const proof = {
      id: newId(),
      person_id: personId,
      record_id: id,
      storage_key: proofKey(id),
      file_name: `${printed.fileName}.pdf`,
      media_type: 'application/pdf',
      bytes: 0,
      sha256: createHash('sha256').update(proofKey(id)).digest(),
      uploaded_by: accountId,
      uploaded_at: now,
    }
    const step: Step<'record'> = {
      machine: 'record',
      id,
      from: null,
      event: 'create',
      context,
      row,
      data: { category: 'training', filing: training.id },
      // The person is told of the roster, not of a draft that somebody began for them.
      concern: { machine: 'roster', kind: 'confirm', recordId: id, title: training.title, category: 'training', personId },
    }
    return { step, proof }
  })
  return { steps: planned.map(({ step }) => step), inserts: { evidence: planned.map(({ proof }) => proof) } }
}
