import 'server-only'
import { ACT_OF } from '@/lib/access/acts'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { availableEvents } from '@/lib/workflow/available'
import type { EventOf } from '@/lib/workflow/events'
import type { HistoricState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { nameFor } from '../find/visible-name'
import { notFound } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type PastEvent, readEvents } from '../transition/read-events'
import { historicContext } from './move-historic'
import { appointmentYears, isOutsideTerms } from './outside-terms'
import { historicScope } from './scope'

export interface HistoricPage {
  id: string
  version: number
  year: number
  state: HistoricState
  total: number
  professional: number
  person: { name: string; idNumberMask: string; employer: string | null; transferredInOn: string | null; transferredFrom: string | null }
  isOwn: boolean
  /** In no year of an appointment: verified or not, no term counts it. */
  outsideTerms: boolean
  regionCode: string | null
  scan: { id: string; fileName: string; mediaType: string; bytes: number } | null
  /** The other years on paper of the same person, for comparison. */
  others: { id: string; year: number; total: number; professional: number; state: HistoricState }[]
  events: PastEvent[]
  actions: EventOf<'historic'>[]
}

/** Paper hours of a past year for the bureau that verifies them: numbers and scan side by side. */
export async function readHistoricForBureau(actor: Actor, id: string, now: Date): Promise<HistoricPage> {
  const [row, events] = await Promise.all([
    db.historicYear.findFirst({
      where: { AND: [{ id }, historicScope(actor)] },
      select: {
        personId: true,
        version: true,
        year: true,
        state: true,
        total: true,
        professional: true,
        regionCode: true,
        evidenceId: true,
        evidence: { select: { id: true, fileName: true, mediaType: true, bytes: true } },
        person: {
          select: {
            name: true,
            idNumberMask: true,
            transferredInOn: true,
            transferredFrom: true,
            ...appointmentYears,
            employments: {
              where: { untilOn: null },
              orderBy: { fromOn: 'desc' },
              take: 1,
              select: { organization: { select: { name: true } } },
            },
            historicYears: {
              where: { AND: [{ id: { not: id } }, historicScope(actor)] },
              orderBy: { year: 'desc' },
              take: 30,
              select: { id: true, year: true, total: true, professional: true, state: true },
            },
          },
        },
      },
    }),
    readEvents(actor, 'historic', id),
  ])
  if (!row) throw notFound()
  const facts = historicContext(actor, row, now, await readWorkCalendar())
  const { person } = row
  return {
    id,
    version: row.version,
    year: row.year,
    state: row.state,
    total: Number(row.total),
    professional: Number(row.professional),
    person: {
      name: nameFor(actor, person.name),
      idNumberMask: person.idNumberMask,
      employer: person.employments[0]?.organization?.name ?? null,
      transferredInOn: day(person.transferredInOn),
      transferredFrom: person.transferredFrom,
    },
    isOwn: facts.isSelf,
    outsideTerms: isOutsideTerms(row.year, person.appointments),
    regionCode: row.regionCode,
    scan: row.evidence,
    others: person.historicYears.map((other) => ({ ...other, total: Number(other.total), professional: Number(other.professional) })),
    events,
    actions: availableEvents('historic', row.state, facts).filter((event) =>
      can(actor, ACT_OF.historic[event], { personId: row.personId, regionCode: row.regionCode }),
    ),
  }
}
