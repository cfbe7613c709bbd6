import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import printed from '@/lib/i18n/messages/zh-CN/attendancePrint.json'
import { decide } from '@/lib/workflow/decide'
import { newId } from '../database/ids'
import { invalid, refused } from '../input/errors'
import { columnsOfContent, emptyContent, mergeContent } from '../record/content'
import { problemsOf } from '../record/content-problems'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readSettings } from '../runtime/settings'
import type { Commit, TransitionWrite } from '../transition/commit-transitions'
import { notificationRows } from '../transition/notification-rows'
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
export async function planAttendance(
  actor: Actor,
  training: Training,
  rows: readonly Attendance[],
  now: Date,
): Promise<{ transitions: TransitionWrite<'record'>[]; inserts: NonNullable<Commit['inserts']> }> {
  const [calendar, { openYears }] = await Promise.all([readWorkCalendar(), readSettings()])
  const today = dateInShanghai(now)
  const decision = decide('record', null, 'create', { by: actor.role, today, calendar, isSelf: false, enteredByActor: false })
  if (!decision.ok) throw refused(decision.refusals)
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
    const row = {
      ...columnsOfContent(content),
      person_id: personId,
      appeals_used: 0,
      due_provisional: false,
      waiting_since: now,
      hours: 0,
      created_by: actor.accountId,
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
      sha256: `\\x${createHash('sha256').update(proofKey(id)).digest('hex')}`,
      uploaded_by: actor.accountId,
      uploaded_at: now,
    }
    const concern = { machine: 'roster', recordId: id, title: training.title, category: 'training', to: decision.to, personId }
    return {
      transition: {
        machine: 'record' as const,
        id,
        event: 'create' as const,
        from: null,
        to: decision.to,
        row,
        data: { category: 'training', filing: training.id },
      },
      proof,
      notification: notificationRows(decision.effects, 'confirm', concern, now),
    }
  })
  return {
    transitions: planned.map(({ transition }) => transition),
    inserts: { evidence: planned.map(({ proof }) => proof), notification: planned.flatMap(({ notification }) => notification) },
  }
}
