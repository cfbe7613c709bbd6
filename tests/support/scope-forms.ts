import { ACTIONS, type Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { runOnce } from '@/lib/server/database/statement'
import { filingScope, filingsInScope } from '@/lib/server/filing/scope'
import { historicInScope, historicScope } from '@/lib/server/historic/scope'
import { personInScope, personScope } from '@/lib/server/person/scope'
import { employerScope, employersInScope } from '@/lib/server/publicity/scope'
import { recordScope, recordsInScope } from '@/lib/server/record/scope'
import { yearScope, yearsInScope } from '@/lib/server/year/scope'

type Rows = Promise<{ id: string }[]>
const select = { id: true } as const

/** What a scope lets through, as Prisma asks for it and as a statement of Kysely's does. */
export const SCOPE_FORMS: Readonly<Record<string, (actor: Actor, action: Action) => [prisma: Rows, kysely: Rows]>> = {
  records: (actor, action) => [
    db.hourRecord.findMany({ where: recordScope(actor, action), select }),
    runOnce((k) => k.selectFrom('hour_record as t').select('t.id').where(recordsInScope(actor, action))),
  ],
  years: (actor, action) => [
    db.year.findMany({ where: yearScope(actor, action), select }),
    runOnce((k) => k.selectFrom('year as t').select('t.id').where(yearsInScope(actor, action))),
  ],
  terms: (actor, action) => [
    db.term.findMany({ where: yearScope(actor, action), select }),
    runOnce((k) => k.selectFrom('term as t').select('t.id').where(yearsInScope(actor, action))),
  ],
  historicYears: (actor, action) => [
    db.historicYear.findMany({ where: historicScope(actor, action), select }),
    runOnce((k) => k.selectFrom('historic_year as t').select('t.id').where(historicInScope(actor, action))),
  ],
  filings: (actor, action) => [
    db.filing.findMany({ where: filingScope(actor, action), select }),
    runOnce((k) => k.selectFrom('filing as f').select('f.id').where(filingsInScope(actor, action))),
  ],
  employers: (actor, action) => [
    db.organization.findMany({ where: employerScope(actor, action), select }),
    runOnce((k) => k.selectFrom('organization as o').select('o.id').where(employersInScope(actor, action))),
  ],
  people: (actor, action) => [
    db.person.findMany({ where: personScope(actor, action), select }),
    runOnce((k) =>
      k
        .selectFrom('person as p')
        .select('p.id')
        .where((eb) => personInScope(actor, eb.ref('p.id'), action)),
    ),
  ],
}

/** One action for each way in which an actor's permissions reach: what is seen reaches further than what is acted on. */
export function actionsOfEachReach(actor: Actor): Action[] {
  const reaches = Map.groupBy(ACTIONS, (action) => JSON.stringify([accessScopeOf(actor, action), SEEING.includes(action) ? action : null]))
  return [...reaches.values()].flatMap(([action]) => action ?? [])
}

const SEEING: readonly Action[] = ['record_see', 'year_see']
