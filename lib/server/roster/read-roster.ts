import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import { isInGroup, recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import type { RecordState, RosterState } from '@/lib/workflow/states'
import type { Refusal } from '@/lib/workflow/types'
import { db, pool } from '../database/db'
import { notFound } from '../input/errors'
import { pagesOf } from '../input/keyset'
import { cursorParam, enumParam, idParam } from '../input/search'
import { day } from '../record/load-for-decision'
import { loadTraining, rosterContext, type Training } from './load-training'
import { isWrong, type RowProblem, rowProblems } from './row-problems'
import { reportedTrainings } from './scope'
import { UPLOAD_PROBLEMS } from './upload-roster'

const DONE = ['uploaded', 'added', 'removed', 'discarded', 'confirmed', 'taken_back'] as const

export const rosterSearch = {
  done: enumParam(DONE),
  /** What was wrong with the file that was uploaded last, and where in it. */
  problem: enumParam([...UPLOAD_PROBLEMS, 'none', 'refused', 'conflict', 'lost']),
  at: z
    .string()
    .regex(/^[A-Za-z0-9:,]{1,80}$/)
    .nullable()
    .catch(null),
  show: enumParam(['wrong', 'all']),
  /** A roster of the past whose rows are looked at. */
  roster: idParam(),
  after: cursorParam(z.number().int().min(0).max(1_000_000)),
}
type Search = Pick<z.infer<z.ZodObject<typeof rosterSearch>>, 'show' | 'roster' | 'after'>

/** What the person said to it. The rest of a record's course is not the provider's. */
export const ROSTER_ANSWERS = ['waiting', 'accepted', 'disowned', 'withdrawn', 'taken_back', 'none'] as const
export type RosterAnswer = (typeof ROSTER_ANSWERS)[number]

export interface RosterLine {
  id: string
  line: number
  byHand: boolean
  name: string
  numberMask: string
  days: string
  result: string
  completedOn: string | null
  problems: RowProblem[]
  /** Null while it is a draft. */
  answer: RosterAnswer | null
}

export interface RosterDraft {
  id: string
  version: number
  source: 'file' | 'hand' | 'case'
  fileName: string | null
  rows: number
  wrong: number
  /** Right, but without a record: the person entered it already. */
  noted: number
}

export interface PastRoster {
  id: string
  version: number
  state: RosterState
  source: 'file' | 'hand' | 'case'
  fileName: string | null
  confirmedOn: PlainDate
  rows: number
  answers: Record<'waiting' | 'accepted' | 'disowned', number>
}

export interface RosterPage {
  training: Training
  /** Why none can be uploaded now. */
  notNow: readonly Refusal[]
  draft: RosterDraft | null
  past: PastRoster[]
  /** The rows of the draft, or of the past roster that was asked for. */
  lines: RosterLine[]
  shown: 'wrong' | 'all'
  next: string | null
}

const pages = pagesOf(100)
const PAST = 50

/** The rosters of one's own training: the draft with what is wrong, and those of the past with what people said to them. */
export async function readRoster(actor: Actor, filingId: string, search: Search, now: Date): Promise<RosterPage> {
  const training = await loadTraining(filingId, reportedTrainings(actor))
  const [facts, drafts, past] = await Promise.all([
    rosterContext(actor, training, now),
    db.roster.findMany({
      where: { filingId, state: { in: statesIn('roster', 'being_made') } },
      select: { id: true, version: true, source: true, fileName: true, rowCount: true },
      take: 1,
    }),
    readPast(filingId),
  ])
  const mayNow = decide('roster', null, 'create', facts)
  const [draft] = drafts
  const asked = search.roster ? past.find((roster) => roster.id === search.roster) : undefined
  if (search.roster && !asked) throw notFound()
  const counts = draft ? await countProblems(draft.id) : null
  const shown = asked ? 'all' : (search.show ?? (counts && counts.wrong > 0 ? 'wrong' : 'all'))
  const id = asked?.id ?? draft?.id
  const { lines, next } = id ? await readLines(id, shown === 'wrong', search.after ?? 0, asked !== undefined) : { lines: [], next: null }
  return {
    training,
    notNow: mayNow.ok ? [] : mayNow.refusals,
    draft: draft && counts ? { ...draft, rows: draft.rowCount, ...counts } : null,
    past,
    lines,
    shown,
    next,
  }
}

async function countProblems(rosterId: string): Promise<{ wrong: number; noted: number }> {
  const rows = await db.rosterRow.findMany({ where: { rosterId, NOT: { problems: { equals: [] } } }, select: { problems: true } })
  const wrong = rows.filter((row) => rowProblems.parse(row.problems).some(isWrong)).length
  return { wrong, noted: rows.length - wrong }
}

interface PastRow extends Omit<PastRoster, 'answers'> {
  waiting: number
  accepted: number
  disowned: number
}

async function readPast(filingId: string): Promise<PastRoster[]> {
  const { rows } = await pool.query<PastRow>({
    name: 'past-rosters',
    text: `SELECT t.id, t.version, t.state::text AS state, t.source::text AS source, t.file_name AS "fileName", t.row_count AS rows,
        to_char(c.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "confirmedOn", n.waiting, n.accepted, n.disowned
      FROM roster t
      JOIN LATERAL (SELECT e.at FROM event e WHERE e.stream = 'roster' AND e.stream_id = t.id AND e.event = 'confirm' ORDER BY e.seq LIMIT 1) c ON true
      JOIN LATERAL (
        SELECT count(*) FILTER (WHERE r.state = ANY($3::record_state[]))::int AS waiting,
          count(*) FILTER (WHERE r.state <> ALL($3::record_state[]) AND r.state <> ALL($4::record_state[]))::int AS accepted,
          count(*) FILTER (WHERE r.state = ANY($4::record_state[]) AND EXISTS (
            SELECT FROM event e WHERE e.stream = 'record' AND e.stream_id = r.id AND e.event = 'disown'))::int AS disowned
        FROM roster_row x JOIN hour_record r ON r.id = x.id WHERE x.roster_id = t.id) n ON true
      WHERE t.filing_id = $1 AND t.state = ANY($2::roster_state[]) ORDER BY c.at DESC, t.id DESC LIMIT ${PAST}`,
    values: [filingId, statesIn('roster', 'past'), recordStatesIn('draft'), recordStatesIn('withdrawn')],
  })
  return rows.map(({ waiting, accepted, disowned, ...row }) => ({ ...row, answers: { waiting, accepted, disowned } }))
}

async function readLines(
  rosterId: string,
  onlyWrong: boolean,
  after: number,
  isPast: boolean,
): Promise<{ lines: RosterLine[]; next: string | null }> {
  const found = await db.rosterRow.findMany({
    where: { rosterId, line: { gt: after }, ...(onlyWrong ? { NOT: { problems: { equals: [] } } } : {}) },
    orderBy: { line: 'asc' },
    take: pages.take,
    select: {
      id: true,
      line: true,
      byHand: true,
      name: true,
      numberMask: true,
      days: true,
      daysTyped: true,
      result: true,
      completedOn: true,
      problems: true,
    },
  })
  const { rows, next } = pages.cut(found, ({ line }) => line)
  const answers = isPast ? await readAnswers(rows.map(({ id }) => id)) : null
  return {
    lines: rows.map(({ days, daysTyped, completedOn, problems, ...row }) => ({
      ...row,
      days: days === null ? daysTyped : String(Number(days)),
      completedOn: day(completedOn),
      problems: rowProblems.parse(problems),
      answer: answers ? (answers.get(row.id) ?? 'none') : null,
    })),
    next,
  }
}

async function readAnswers(ids: readonly string[]): Promise<Map<string, RosterAnswer>> {
  const { rows } = await pool.query<{ id: string; state: RecordState; last: string }>({
    name: 'roster-answers',
    text: `SELECT r.id, r.state::text AS state, (SELECT e.event FROM event e WHERE e.stream = 'record' AND e.stream_id = r.id ORDER BY e.seq DESC LIMIT 1) AS last
      FROM hour_record r WHERE r.id = ANY($1::uuid[])`,
    values: [ids],
  })
  return new Map(rows.map(({ id, state, last }) => [id, answerOf(state, last)]))
}

function answerOf(state: RecordState, last: string): RosterAnswer {
  if (isInGroup('record', state, 'draft')) return 'waiting'
  if (!isInGroup('record', state, 'withdrawn')) return 'accepted'
  return last === 'disown' ? 'disowned' : last === 'take_back' ? 'taken_back' : 'withdrawn'
}
