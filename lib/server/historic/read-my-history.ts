import 'server-only'
import type { Actor } from '@/lib/access/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { HistoricState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import { readSettings } from '../runtime/settings'
import { type PastEvent, readEvents } from '../transition/read-events'
import { appointmentYears, isOutsideTerms } from './outside-terms'

export interface HistoricRow {
  id: string
  year: number
  state: HistoricState
  total: number
  professional: number
  /** In no year of an appointment: it can be verified, but no term counts it. */
  outsideTerms: boolean
}

export interface MyHistory {
  rows: HistoricRow[]
  /** The first year of this portal: paper is for the years before. */
  firstYear: number
}

/** One's own past years on paper, the latest first. Two round trips. */
export async function readMyHistory(actor: Actor): Promise<MyHistory> {
  if (actor.personId === null) throw notFound()
  const [settings, rows] = await Promise.all([
    readSettings(),
    db.historicYear.findMany({
      where: { personId: actor.personId, state: { in: statesIn('historic', 'live') } },
      orderBy: { year: 'desc' },
      select: { id: true, year: true, state: true, total: true, professional: true, person: { select: appointmentYears } },
    }),
  ])
  return {
    firstYear: Math.min(...settings.openYears),
    rows: rows.map(({ person, ...row }) => ({
      ...row,
      total: Number(row.total),
      professional: Number(row.professional),
      outsideTerms: isOutsideTerms(row.year, person.appointments),
    })),
  }
}

export interface MyHistoricYear extends HistoricRow {
  version: number
  scan: { id: string; fileName: string; mediaType: string; bytes: number } | null
  regionCode: string | null
  editable: boolean
  /** Why it was handed back, while it is. */
  returnedBecause: string | null
  events: PastEvent[]
}

/** One past year of one's own, with its scan and what happened to it. */
export async function readMyHistoricYear(actor: Actor, id: string): Promise<MyHistoricYear> {
  const [row, events] = await Promise.all([
    db.historicYear.findFirst({
      where: { id, personId: actor.personId ?? '' },
      select: {
        id: true,
        year: true,
        state: true,
        version: true,
        total: true,
        professional: true,
        regionCode: true,
        evidence: { select: { id: true, fileName: true, mediaType: true, bytes: true } },
        person: { select: appointmentYears },
      },
    }),
    readEvents(actor, 'historic', id),
  ])
  if (!row) throw notFound()
  const { evidence, person, ...rest } = row
  return {
    ...rest,
    total: Number(row.total),
    professional: Number(row.professional),
    outsideTerms: isOutsideTerms(row.year, person.appointments),
    scan: evidence,
    editable: isInGroup('historic', row.state, 'editable'),
    returnedBecause: isInGroup('historic', row.state, 'returned')
      ? (events.findLast(({ reason }) => reason !== null)?.reason ?? null)
      : null,
    events,
  }
}
