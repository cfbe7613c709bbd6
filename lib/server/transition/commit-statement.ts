import 'server-only'
import { createHash } from 'node:crypto'
import { type PlainTable, WORKFLOW_TABLES, type WorkflowTable } from './tables'

export interface StatementShape {
  updates: readonly WorkflowTable[]
  creates: readonly WorkflowTable[]
  inserts: readonly PlainTable[]
  ledgers: boolean
}

function updateArm(table: WorkflowTable): string {
  const { state, columns } = WORKFLOW_TABLES[table]
  return `
  u_${table} AS (
    UPDATE ${table} r SET (state, version, changed_at, ${columns.join(', ')}) =
      (SELECT t.to_state::${state}, r.version + 1, ($1::jsonb->>'now')::timestamptz, ${columns.map((column) => `n.${column}`).join(', ')}
       FROM jsonb_populate_record(r, t.set) n)
    FROM jsonb_to_recordset($1::jsonb->'u_${table}') AS t(id uuid, from_state text, to_state text, version int, set jsonb)
    WHERE r.id = t.id AND r.state = t.from_state::${state} AND r.version = t.version
    RETURNING r.id
  )`
}

/**
 * A table that one commit both updates and inserts into is updated first: a unique index is checked as each row is written, and a certificate
 * may only be issued once the one before it is no longer valid. Reading the update's result makes PostgreSQL run it to its end before.
 */
function insertArm(name: string, table: string, after: string | null = null): string {
  const order = after ? ` WHERE (SELECT count(*) FROM ${after}) IS NOT NULL` : ''
  return `
  ${name} AS (INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb->'${name}')${order} ON CONFLICT DO NOTHING RETURNING id)`
}

// A year's first ledger row is made here; two at once: the second finds the row (do nothing) and its statement falls short.
const LEDGER_ARMS = `
  l_input AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb->'ledgers') AS l(id uuid, person_id uuid, year int, version int,
      total numeric, professional numeric, public numeric, met boolean, rule_set text, result jsonb, choice_id uuid)
  ),
  u_ledger AS (
    UPDATE year y SET total = l.total, professional = l.professional, public = l.public, met = l.met, rule_set = l.rule_set, result = l.result, choice_id = l.choice_id,
      version = y.version + 1, changed_at = ($1::jsonb->>'now')::timestamptz
    FROM l_input l WHERE l.version > 0 AND y.id = l.id AND y.version = l.version RETURNING y.id
  ),
  i_ledger AS (
    INSERT INTO year (id, person_id, year, state, version, total, professional, public, met, rule_set, result, choice_id, due_provisional, created_at, changed_at)
    SELECT id, person_id, year, 'open', 1, total, professional, public, met, rule_set, result, choice_id, false, ($1::jsonb->>'now')::timestamptz, ($1::jsonb->>'now')::timestamptz
    FROM l_input WHERE version = 0 ON CONFLICT DO NOTHING RETURNING id
  ),
  u_person AS (
    UPDATE person p SET ledger_version = p.ledger_version + 1
    FROM jsonb_to_recordset($1::jsonb->'people') AS x(id uuid, ledger_version int)
    WHERE p.id = x.id AND p.ledger_version = x.ledger_version RETURNING p.id
  )`

/** A ledger that was computed by rules which have been replaced meanwhile is computed again. */
const RULES_HOLD = `require_rows((SELECT count(*) FROM jsonb_to_recordset($1::jsonb->'people') AS x(rules_revision int)
    JOIN rules_revision v ON v.revision = x.rules_revision), jsonb_array_length($1::jsonb->'people'), 'people')`

const EVENT_ARM = `
  i_event AS (
    INSERT INTO event (id, stream, stream_id, event, from_state, to_state, at, actor_id, actor_role, office_id, reason, data)
    SELECT e.id, e.stream::stream, e.stream_id, e.event, e.from_state, e.to_state, ($1::jsonb->>'now')::timestamptz,
      ($1::jsonb->>'actor_id')::uuid, ($1::jsonb->>'actor_role')::role, ($1::jsonb->>'office_id')::uuid, e.reason, coalesce(e.data, '{}')
    FROM jsonb_to_recordset($1::jsonb->'events') AS e(id uuid, stream text, stream_id uuid, event text, from_state text, to_state text, reason text, data jsonb)
    RETURNING id
  )`

/** A person with an address also gets the notification as a mail; the outbox row has the notification's id. */
const MAIL_ARM = `
  i_mail AS (
    INSERT INTO outbox (id, kind, payload, at, attempts, next_at)
    SELECT n.id, 'notice', '{}', ($1::jsonb->>'now')::timestamptz, 0, ($1::jsonb->>'now')::timestamptz
    FROM jsonb_to_recordset($1::jsonb->'i_notification') AS n(id uuid, person_id uuid) JOIN person p ON p.id = n.person_id WHERE p.email <> ''
  )`

function required(name: string, source: string): string {
  return `require_rows((SELECT count(*) FROM ${name}), jsonb_array_length($1::jsonb->'${source}'), '${source}')`
}

const CONSEQUENCES: readonly WorkflowTable[] = ['year', 'term', 'certificate']

/** Whether rows of this table follow from a ledger, where a commit has one: a change of them by somebody else makes the commit stale, no conflict. */
export function isConsequence(table: WorkflowTable): boolean {
  return CONSEQUENCES.includes(table)
}

const statements = new Map<string, string>()

/** PostgreSQL keeps 63 characters of a statement's name: two longer ones that begin alike would be taken for one. */
function nameOf(shape: string): string {
  return shape.length <= 63 ? shape : `commit:${createHash('sha256').update(shape).digest('hex').slice(0, 40)}`
}

/** One SQL statement for all that the shape names; `require_rows` undoes the whole where any part reached fewer rows than asked for. */
export function commitStatement(shape: StatementShape): { name: string; text: string } {
  const name = nameOf(`commit:${shape.updates.join('+')}:${shape.creates.join('+')}:${shape.inserts.join('+')}:${shape.ledgers ? 'l' : ''}`)
  let text = statements.get(name)
  if (text === undefined) {
    const arms = [EVENT_ARM]
    // The first that falls short is named in the error: the act itself, then the ledgers it was computed from, then what follows from those.
    const checks: string[] = []
    const follow: string[] = []
    for (const table of shape.updates) {
      arms.push(updateArm(table))
      const list = isConsequence(table) ? follow : checks
      list.push(required(`u_${table}`, `u_${table}`))
    }
    for (const table of shape.creates) {
      arms.push(insertArm(`c_${table}`, table, shape.updates.includes(table) ? `u_${table}` : null))
      follow.push(required(`c_${table}`, `c_${table}`))
    }
    for (const table of shape.inserts) {
      arms.push(insertArm(`i_${table}`, table))
      follow.push(required(`i_${table}`, `i_${table}`))
    }
    if (shape.inserts.includes('notification')) arms.push(MAIL_ARM)
    if (shape.ledgers) {
      arms.push(LEDGER_ARMS)
      checks.push(
        `require_rows((SELECT count(*) FROM u_ledger) + (SELECT count(*) FROM i_ledger), jsonb_array_length($1::jsonb->'ledgers'), 'ledgers')`,
      )
      checks.push(required('u_person', 'people'))
      checks.push(RULES_HOLD)
    }
    checks.push(...follow)
    text = `WITH ${arms.join(',')}\nSELECT ${checks.length > 0 ? checks.join(', ') : 'true'}`
    statements.set(name, text)
  }
  return { name, text }
}
