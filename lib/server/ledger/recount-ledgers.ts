import 'server-only'
import { db } from '../database/db'
import { evaluatePersonYear, loadLedgers, yearInputs } from './ledgers'

export interface WrongLedger {
  personId: string
  year: number
  stored: { total: number; professional: number; public: number; met: boolean } | null
  recounted: { total: number; professional: number; public: number; met: boolean }
}

const AT_ONCE = 500

/** Every year whose stored ledger is not what its registered records give now. Reads everybody; for tests, restore and the auditor. */
export async function recountLedgers(): Promise<WrongLedger[]> {
  const wrong: WrongLedger[] = []
  let after = ''
  for (;;) {
    const people = await db.person.findMany({
      where: after ? { id: { gt: after } } : {},
      select: { id: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    })
    const last = people.at(-1)
    if (!last) return wrong
    after = last.id
    wrong.push(...(await recount(people.map((person) => person.id))))
  }
}

async function recount(personIds: readonly string[]): Promise<WrongLedger[]> {
  const [ledgers, rows] = await Promise.all([
    loadLedgers(personIds),
    db.year.findMany({
      where: { personId: { in: [...personIds] } },
      select: { personId: true, year: true, total: true, professional: true, public: true, met: true, choiceId: true },
    }),
  ])
  const stored = new Map(rows.map((row) => [`${row.personId} ${row.year}`, row]))
  const wrong: WrongLedger[] = []
  for (const person of ledgers.values()) {
    const years = new Set([...person.registered.map((record) => record.year), ...person.years.map((year) => year.year)])
    for (const year of years) {
      const row = stored.get(`${person.personId} ${year}`)
      const standing = person.years.find((each) => each.year === year)
      const result = evaluatePersonYear(person, year, yearInputs(person.registered, year), row?.choiceId ?? null, standing)
      const recounted = { ...result.totals, met: result.met }
      const kept = row
        ? { total: Number(row.total), professional: Number(row.professional), public: Number(row.public), met: row.met }
        : null
      const same = kept && (['total', 'professional', 'public', 'met'] as const).every((figure) => kept[figure] === recounted[figure])
      if (!same) wrong.push({ personId: person.personId, year, stored: kept, recounted })
    }
  }
  return wrong
}
