import type { Sql } from '../../support/e2e'
import { found, NOWHERE, sendEmpty, type Visit } from './visit'

const OPEN_ITEM = `SELECT i.batch_id || '/object/' || i.id AS id FROM publicity_item i JOIN publicity_batch b ON b.id = i.batch_id
  JOIN hour_record r ON r.id = i.record_id WHERE b.state = 'open' AND b.in_public AND i.taken_out_at IS NULL AND r.state = 'publicized'`

/** A code for an objection of the demonstration: its own is known to the objector alone. */
async function objectorsLink(sql: Sql): Promise<string> {
  const [row] = await sql<{ id: string }>(`SELECT id FROM objection WHERE state = 'unconfirmed'`)
  if (!row) throw new Error('no objection in the demonstration')
  const code = Buffer.concat([Buffer.from(row.id.replaceAll('-', ''), 'hex'), Buffer.alloc(16)]).toString('base64url')
  await sql('UPDATE objection SET code_hash = sha256($2::bytea) WHERE id = $1', [row.id, Buffer.from(code)])
  return `/board/objection/${code}`
}

export const BOARD: Visit[] = [
  { route: '/board', state: 'filled', path: '/board' },
  { route: '/board', state: 'empty', path: '/board?q=zzzzzz' },
  { route: '/board/[id]', state: 'filled', path: found('/board/*', `SELECT id FROM publicity_batch WHERE state = 'open' AND in_public`) },
  { route: '/board/[id]', state: 'error', path: `/board/${NOWHERE}`, status: 404 },
  { route: '/board/[id]/object/[item]', state: 'filled', path: found('/board/*', OPEN_ITEM) },
  { route: '/board/[id]/object/[item]', state: 'error', path: found('/board/*', OPEN_ITEM), act: sendEmpty },
  { route: '/board/objection/[code]', state: 'filled', path: objectorsLink },
  { route: '/board/objection/[code]', state: 'error', path: '/board/objection/nothing', status: 404 },
  { route: '/register', state: 'filled', path: '/register' },
  { route: '/register', state: 'empty', path: '/register?q=zzzzzz' },
  { route: '/recognised', state: 'filled', path: '/recognised?q=&on=2025-05-31&subject=public' },
  { route: '/recognised', state: 'filled', path: '/recognised?q=%E7%A0%94%E4%BF%AE&on=2025-11-20&subject=professional' },
  { route: '/recognised', state: 'empty', path: '/recognised?q=zzzzzz&subject=professional' },
  { route: '/recognised', state: 'error', path: '/recognised?q=&on=tomorrow&subject=public' },
  { route: '/verify', state: 'filled', path: '/verify' },
  { route: '/verify', state: 'error', path: '/verify', act: sendEmpty },
  { route: '/verify/[code]', state: 'filled', path: found('/verify/*', `SELECT code AS id FROM certificate WHERE state = 'valid'`) },
  { route: '/verify/[code]', state: 'error', path: found('/verify/*', `SELECT code AS id FROM certificate WHERE state = 'revoked'`) },
  { route: '/verify/[code]', state: 'empty', path: '/verify/0000-0000-0000-0000' },
  { route: '/demo/mail', state: 'filled', path: '/demo/mail' },
]
