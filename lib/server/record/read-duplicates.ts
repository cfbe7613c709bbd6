import 'server-only'
import { type SqlBool, sql } from 'kysely'
import type { Actor } from '@/lib/access/types'
import type { IdentifierKind } from '@/lib/numbers/identifiers'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { anyOf, statement } from '../database/statement'
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
const MAX_DUPLICATES = 20

interface Asked {
  id: string
  personId: string
  identifiers: readonly string[]
  proofs: readonly Buffer[]
}

const alikeRecords = statement('find-duplicates', (db, given: Asked) => {
  const sameNumber = db
    .selectFrom('hour_record as n')
    .select(['n.id', sql<boolean>`false`.as('file')])
    .where((eb) => sql<SqlBool>`${eb.ref('n.identifiers')} && ${given.identifiers}::text[] AND ${eb.ref('n.identifiers')} <> '{}'`)
  const sameFile = db
    .selectFrom('evidence as e')
    .select((eb) => [eb.ref('e.record_id').$notNull().as('id'), sql<boolean>`true`.as('file')])
    .where('e.sha256', '=', anyOf(given.proofs, 'bytea'))
    .where('e.removed_at', 'is', null)
    .where('e.record_id', 'is not', null)
  return db
    .selectFrom(sameNumber.unionAll(sameFile).as('a'))
    .innerJoin('hour_record as r', 'r.id', 'a.id')
    .select(['r.id', 'r.title', 'r.year', 'r.state', 'r.person_id as personId', 'r.identifiers'])
    .select((eb) => [
      eb('r.first_submitted_at', 'is not', null).$castTo<boolean>().as('handedIn'),
      sql<boolean>`bool_or(${eb.ref('a.file')})`.as('sameFile'),
    ])
    .where('r.id', '<>', given.id)
    .where('r.state', 'in', recordStatesIn('live'))
    .where((eb) => eb.or([eb('r.person_id', '=', given.personId), eb('r.first_submitted_at', 'is not', null)]))
    .groupBy('r.id')
    .orderBy((eb) => eb('r.person_id', '=', given.personId), 'desc')
    .orderBy('r.id')
    .limit(MAX_DUPLICATES)
})

/** Records in force that are about the same document as this one, its person's own first. One statement, by the index of each key. */
export async function findDuplicates(record: {
  id: string
  personId: string
  identifiers: readonly string[]
  proofs: readonly Uint8Array[]
}): Promise<Duplicate[]> {
  const { id, personId, identifiers, proofs } = record
  if (identifiers.length === 0 && proofs.length === 0) return []
  const rows = await alikeRecords({ id, personId, identifiers, proofs: proofs.map((proof) => Buffer.from(proof)) })
  return rows.map(({ identifiers: theirs, sameFile, ...row }) => ({ ...row, same: alike(identifiers, theirs, sameFile) }))
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
