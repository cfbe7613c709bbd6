import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { IdentifierKind } from '@/lib/numbers/identifiers'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { db, pool } from '../database/db'
import { nameFor } from '../find/visible-name'
import { recordScope } from './scope'

/** In what two records are alike: a number of theirs, or a file with the same bytes. */
export type Alike = IdentifierKind | 'file'

export interface Duplicate {
  id: string
  title: string
  year: number
  state: RecordState
  personId: string
  /** Handed in at least once: what never was is its person's own business. */
  handedIn: boolean
  same: Alike[]
}

/** More than these are not looked at: one is enough to look again. */
const MOST = 20

interface Row extends Omit<Duplicate, 'same'> {
  identifiers: string[] | null
  sameFile: boolean
}

/** Records in force that are about the same document as this one, its person's own first. One statement, by the index of each key. */
export async function findDuplicates(record: {
  id: string
  personId: string
  identifiers: readonly string[]
  proofs: readonly Uint8Array[]
}): Promise<Duplicate[]> {
  const { id, personId, identifiers, proofs } = record
  if (identifiers.length === 0 && proofs.length === 0) return []
  const { rows } = await pool.query<Row>({
    name: 'find-duplicates',
    text: `SELECT r.id, r.title, r.year, r.state::text AS state, r.person_id AS "personId", r.first_submitted_at IS NOT NULL AS "handedIn", r.identifiers,
        bool_or(a.file) AS "sameFile"
      FROM (SELECT n.id, false AS file FROM hour_record n WHERE n.identifiers && $3::text[] AND n.identifiers <> '{}'
        UNION ALL SELECT e.record_id, true FROM evidence e WHERE e.sha256 = ANY($4::bytea[]) AND e.removed_at IS NULL AND e.record_id IS NOT NULL) a
      JOIN hour_record r ON r.id = a.id
      WHERE r.id <> $1 AND r.state::text = ANY($5) AND (r.person_id = $2 OR r.first_submitted_at IS NOT NULL)
      GROUP BY r.id ORDER BY r.person_id = $2 DESC, r.id LIMIT ${MOST}`,
    values: [id, personId, identifiers, proofs.map((proof) => Buffer.from(proof)), recordStatesIn('live')],
  })
  return rows.map(({ identifiers: theirs, sameFile, ...row }) => ({ ...row, same: alike(identifiers, theirs ?? [], sameFile) }))
}

function alike(mine: readonly string[], theirs: readonly string[], sameFile: boolean): Alike[] {
  const kinds = mine.filter((key) => theirs.includes(key)).map((key) => key.slice(0, key.indexOf(':')) as IdentifierKind)
  return [...new Set<Alike>([...kinds, ...(sameFile ? (['file'] as const) : [])])]
}

/** A record about the same document, as a reviewer may know of it. */
export interface SimilarRecord {
  same: Alike[]
  samePerson: boolean
  /** Which one, where it is within the reviewer's own reach; else no more than that it is another person's, or this person's elsewhere. */
  record: { id: string; title: string; year: number; state: RecordState; personName: string } | null
}

/** What stands beside a record that was handed in, for whoever reviews it. */
export async function readSimilar(actor: Actor, id: string): Promise<SimilarRecord[]> {
  const own = await db.hourRecord.findUnique({
    where: { id },
    select: { personId: true, identifiers: true, evidence: { where: { removedAt: null }, select: { sha256: true } } },
  })
  if (!own) return []
  const found = await findDuplicates({
    id,
    personId: own.personId,
    identifiers: own.identifiers,
    proofs: own.evidence.map((item) => item.sha256),
  })
  const handedIn = found.filter((other) => other.handedIn)
  if (handedIn.length === 0) return []
  const within = await db.hourRecord.findMany({
    where: { AND: [{ id: { in: handedIn.map((other) => other.id) } }, recordScope(actor)] },
    select: { id: true, person: { select: { name: true } } },
  })
  const names = new Map(within.map((row) => [row.id, nameFor(actor, row.person.name)]))
  return handedIn.map(({ id: otherId, title, year, state, personId, same }) => {
    const personName = names.get(otherId)
    return {
      same,
      samePerson: personId === own.personId,
      record: personName === undefined ? null : { id: otherId, title, year, state, personName },
    }
  })
}
