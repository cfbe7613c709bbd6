import 'server-only'
import { type AliasedExpression, sql } from 'kysely'
import { type Builder, statement } from '../database/statement'

export interface BrokenLink {
  table: 'event' | 'audit'
  streamId: string
  seq: number
}

interface Link {
  streamId: string
  seq: number
  hash: Buffer
  previous: Buffer
  /** By the function that the trigger used, of the whole row. */
  computed: Buffer
}

const LINK = ['t.stream_id as streamId', 't.seq', 't.hash', 't.previous'] as const

/** The links whose hash is not that of their row, or whose number or link to the one before is not that of their place in the stream. */
function brokenOf(db: Builder, links: AliasedExpression<Link, 'link'>) {
  const placed = db
    .selectFrom(links)
    .selectAll('link')
    .select((eb) => [
      eb.fn
        .agg<Buffer | null>('lag', ['link.hash'])
        .over((over) => over.partitionBy('link.streamId').orderBy('link.seq'))
        .as('before'),
      eb.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('link.streamId').orderBy('link.seq'))
        .as('place'),
    ])
  return db
    .selectFrom(placed.as('chain'))
    .select(['streamId', 'seq'])
    .where((eb) =>
      eb.or([
        eb('computed', '!=', eb.ref('hash')),
        eb('previous', '!=', sql<Buffer>`coalesce(${eb.ref('before')}, ''::bytea)`),
        eb('place', '!=', eb.ref('seq')),
      ]),
    )
}

const CHAINS = {
  event: statement('broken-events', (db, _: object) =>
    brokenOf(
      db,
      db
        .selectFrom('event as t')
        .select(LINK)
        .select(sql<Buffer>`event_hash(${sql.table('t')})`.as('computed'))
        .as('link'),
    ),
  ),
  audit: statement('broken-audits', (db, _: object) =>
    brokenOf(
      db,
      db
        .selectFrom('audit as t')
        .select(LINK)
        .select(sql<Buffer>`audit_hash(${sql.table('t')})`.as('computed'))
        .as('link'),
    ),
  ),
}

/** Every event and audit row whose hash, number or link to the row before it does not hold. Reads the whole; for tests, restore and the auditor. */
export async function verifyChains(): Promise<BrokenLink[]> {
  const broken: BrokenLink[] = []
  for (const table of ['event', 'audit'] as const) {
    const rows = await CHAINS[table]({})
    broken.push(...rows.map((row) => ({ table, ...row })))
  }
  return broken
}
