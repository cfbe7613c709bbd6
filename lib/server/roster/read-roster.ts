import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import { isInGroup, recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import type { RecordState, RosterState } from '@/lib/workflow/states'
import type { Refusal } from '@/lib/workflow/types'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { anyOf, dayOf, int, statement } from '../database/statement'
import { notFound } from '../input/errors'
import { pagesOf } from '../input/keyset'
import { cursorParam, enumParam, idParam } from '../input/search'
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

const pastRosters = statement('past-rosters', (db, given: { filingId: string }) =>
  db
    .selectFrom('roster as t')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('event as e')
          .select('e.at')
          .where('e.stream', '=', 'roster')
          .whereRef('e.stream_id', '=', 't.id')
          .where('e.event', '=', 'confirm')
          .orderBy('e.seq')
          .limit(1)
          .as('c'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('roster_row as x')
          .innerJoin('hour_record as r', 'r.id', 'x.id')
          .select((e) => {
            const [draft, withdrawn] = [recordStatesIn('draft'), recordStatesIn('withdrawn')]
            const records = e.fn.countAll()
            const disown = e
              .selectFrom('event as v')
              .where('v.stream', '=', 'record')
              .whereRef('v.stream_id', '=', 'r.id')
              .where('v.event', '=', 'disown')
            return [
              int(records.filterWhere('r.state', 'in', draft)).as('waiting'),
              int(records.filterWhere('r.state', 'not in', [...draft, ...withdrawn])).as('accepted'),
              int(records.filterWhere((f) => f.and([f('r.state', 'in', withdrawn), f.exists(disown)]))).as('disowned'),
            ]
          })
          .whereRef('x.roster_id', '=', 't.id')
          .as('n'),
      (join) => join.onTrue(),
    )
    .select(['t.id', 't.version', 't.state', 't.source', 't.file_name as fileName', 't.row_count as rows'])
    .select((eb) => [dayOf(eb.ref('c.at')).as('confirmedOn'), 'n.waiting', 'n.accepted', 'n.disowned'])
    .where('t.filing_id', '=', given.filingId)
    .where('t.state', 'in', statesIn('roster', 'past'))
    .orderBy('c.at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(PAST),
)

async function readPast(filingId: string): Promise<PastRoster[]> {
  const rows = await pastRosters({ filingId })
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

const lastEvents = statement('roster-answers', (db, given: { ids: readonly string[] }) =>
  db
    .selectFrom('hour_record as r')
    .select(['r.id', 'r.state'])
    .select((eb) =>
      eb
        .selectFrom('event as e')
        .select('e.event')
        .where('e.stream', '=', 'record')
        .whereRef('e.stream_id', '=', 'r.id')
        .orderBy('e.seq', 'desc')
        .limit(1)
        .as('last'),
    )
    .where('r.id', '=', anyOf(given.ids, 'uuid')),
)

async function readAnswers(ids: readonly string[]): Promise<Map<string, RosterAnswer>> {
  const rows = await lastEvents({ ids })
  return new Map(rows.map(({ id, state, last }) => [id, answerOf(state, last)]))
}

function answerOf(state: RecordState, last: string | null): RosterAnswer {
  if (isInGroup('record', state, 'draft')) return 'waiting'
  if (!isInGroup('record', state, 'withdrawn')) return 'accepted'
  return last === 'disown' ? 'disowned' : last === 'take_back' ? 'taken_back' : 'withdrawn'
}
