import 'server-only'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import { pool } from '../database/db'
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

interface Known {
  id: string
  name: string
  index: Buffer
  /** A record of this training that stands already, and whether a roster made it. */
  stands: 'on_roster' | 'own_entry' | null
}

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
  const { rows: people } = await pool.query<Known>({
    name: 'roster-people',
    text: `SELECT p.id, p.name, p.id_number_index AS index,
        (SELECT CASE WHEN EXISTS (SELECT FROM roster_row x WHERE x.id = r.id) THEN 'on_roster' ELSE 'own_entry' END
          FROM hour_record r WHERE r.filing_id = $2 AND r.person_id = p.id AND r.state = ANY($3::record_state[])
          ORDER BY 1 DESC LIMIT 1) AS stands
      FROM person p WHERE p.id_number_index = ANY($1::bytea[])`,
    values: [indices, filingId, recordStatesIn('live')],
  })
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
