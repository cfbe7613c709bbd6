import 'server-only'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import { anyOf, statement } from '../database/statement'
import { indexPersonal } from '../security/personal-number'
import type { ParsedRow } from './parse-roster'
import type { RowProblem } from './row-problems'

/** A line with the person it is about, as it is kept in a draft: without the number. */
export interface FoundRow extends Omit<ParsedRow, 'number'> {
  numberIndex: Buffer | null
  personId: string | null
}

/** A line as it is looked up: by its index, so that a draft can be looked up again. */
export interface LookedUp {
  name: string
  numberIndex: Buffer | null
}

/** `stands`: a record of this training that stands already, and whether a roster made it. */
const knownPeople = statement('roster-people', (db, given: { indices: readonly Buffer[]; filingId: string }) =>
  db
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.id_number_index as index'])
    .select((eb) =>
      eb
        .selectFrom('hour_record as r')
        .select((e) =>
          e
            .case()
            .when(e.exists(e.selectFrom('roster_row as x').whereRef('x.id', '=', 'r.id')))
            .then<'on_roster' | 'own_entry'>('on_roster')
            .else<'own_entry'>('own_entry')
            .end()
            .as('stands'),
        )
        .where('r.filing_id', '=', given.filingId)
        .whereRef('r.person_id', '=', 'p.id')
        .where('r.state', 'in', recordStatesIn('live'))
        .orderBy('stands', 'desc')
        .limit(1)
        .as('stands'),
    )
    .where('p.id_number_index', '=', anyOf(given.indices, 'bytea')),
)

export async function findPeople(rows: readonly ParsedRow[], filingId: string): Promise<FoundRow[]> {
  const indexed = rows.map((row) => ({ ...row, numberIndex: row.number === null ? null : indexPersonal(row.number) }))
  const found = await lookUpPeople(indexed, filingId)
  return indexed.map(({ number, problems, ...row }, place) => ({
    ...row,
    personId: found[place]?.personId ?? null,
    problems: [...problems, ...(found[place]?.problems ?? [])],
  }))
}

/** Who each line is about, and what of it is not right now. One statement, whatever their number: Prisma would bind ten thousand places. */
export async function lookUpPeople(
  rows: readonly LookedUp[],
  filingId: string,
): Promise<{ personId: string | null; problems: RowProblem[] }[]> {
  const indices = rows.flatMap(({ numberIndex }) => (numberIndex ? [numberIndex] : []))
  const people = await knownPeople({ indices, filingId })
  const known = new Map(people.map((person) => [person.index.toString('base64'), person]))
  return rows.map(({ name, numberIndex }) => {
    if (numberIndex === null) return { personId: null, problems: [] }
    const person = known.get(numberIndex.toString('base64'))
    if (!person) return { personId: null, problems: [{ code: 'person_unknown', column: 'number' }] }
    const problems: RowProblem[] = []
    if (name !== '' && !sameName(person.name, name)) problems.push({ code: 'name_differs', column: 'name' })
    if (person.stands) problems.push({ code: person.stands, column: 'name' })
    return { personId: person.id, problems }
  })
}

/** As people write it: spaces, width and the dot between the parts of a name do not count. */
function sameName(known: string, typed: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKC')
      .replace(/[\s\u00b7\u2022\u2027\u30fb.]/g, '')
      .toLowerCase()
  return plain(known) === plain(typed)
}
