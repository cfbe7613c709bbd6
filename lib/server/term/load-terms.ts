import 'server-only'
import type { ResultLine, YearResult } from '@/lib/rules/types'
import type { YearState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { provisionalLines } from '../certificate/certificate-content'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { type EvaluatedTerm, evaluateTermFor } from '../ledger/evaluate-term'
import { loadLedgers } from '../ledger/ledgers'
import type { PersonLedgers } from '../ledger/types'

/** A term with all that a decision about it rests on: its years as they stand now, not as they stood at the request. */
export interface TermForDecision {
  id: string
  personId: string
  state: YearState
  version: number
  from: string
  to: string
  regionCode: string | null
  authorityId: string | null
  employerId: string | null
  met: boolean
  standing: EvaluatedTerm
  /** Lines of its years that nobody has certified, on figures that are not law yet. */
  provisional: (ResultLine & { year: number })[]
  person: PersonLedgers
}

/** The terms among `ids` that the scope lets through, each with its years. */
export async function loadTerms(ids: readonly string[], scope: Prisma.TermWhereInput): Promise<TermForDecision[]> {
  const rows = await db.term.findMany({
    where: { AND: [{ id: { in: [...ids] } }, scope] },
    select: {
      id: true,
      personId: true,
      state: true,
      version: true,
      fromOn: true,
      toOn: true,
      regionCode: true,
      authorityId: true,
      employerId: true,
      result: true,
    },
  })
  const people = await loadLedgers([...new Set(rows.map(({ personId }) => personId))])
  const terms = rows.map(({ fromOn, toOn, result, ...row }) => {
    const person = people.get(row.personId)
    if (!person) throw new Error('a term without its person')
    const [from, to] = [day(fromOn), day(toOn)]
    const standing = evaluateTermFor({ from, to }, person.years, person.historic, person.rules.sets) ?? (result as unknown as EvaluatedTerm)
    return { ...row, from, to, standing, met: standing.met, person }
  })
  const provisional = await readProvisional(terms.flatMap(({ standing }) => uncertified(standing)))
  return terms.map((term) => ({
    ...term,
    provisional: term.standing.sources.flatMap(({ id, year }) => (provisional.get(id ?? '') ?? []).map((line) => ({ ...line, year }))),
  }))
}

function uncertified({ sources }: EvaluatedTerm): string[] {
  return sources.flatMap(({ source, id }) => (source === 'ledger' && id ? [id] : []))
}

async function readProvisional(yearIds: readonly string[]): Promise<Map<string, ResultLine[]>> {
  if (yearIds.length === 0) return new Map()
  const years = await db.year.findMany({ where: { id: { in: [...yearIds] } }, select: { id: true, result: true } })
  return new Map(years.map(({ id, result }) => [id, provisionalLines(result as unknown as YearResult)]))
}
