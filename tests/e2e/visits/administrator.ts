import type { Sql } from '../../support/e2e'
import { found, NOWHERE, sendEmpty, type Visit } from './visit'

/** A change of the calendar that nobody has put into force yet: the demonstration has none. */
async function proposedChange(sql: Sql): Promise<string> {
  const content = {
    act: 'year',
    notice: '国办发明电〔2026〕1号',
    noticeOn: '2026-11-05',
    source: '',
    off: [{ date: '2027-01-01', name: '元旦' }],
    worked: [],
  }
  const [row] = await sql<{ id: string }>(
    `INSERT INTO calendar_change (id, year, act, content, base_version, proposed_by, proposed_at)
      SELECT gen_random_uuid(), 2027, 'year', $1, 0, id, now() FROM account WHERE login_name = 'admin' RETURNING id`,
    [JSON.stringify(content)],
  )
  return `/bureau/calendar/changes/${row?.id}`
}

const PLATFORM = `SELECT id FROM platform WHERE code = 'ahou'`
const ACCOUNT = `SELECT id FROM account WHERE login_name = $1`

export const ADMIN: Visit[] = [
  { route: '/bureau/organizations', as: 'admin', state: 'filled', path: '/bureau/organizations' },
  { route: '/bureau/organizations', as: 'admin', state: 'empty', path: '/bureau/organizations?q=zzzzzz' },
  { route: '/bureau/organizations/new', as: 'admin', state: 'filled', path: '/bureau/organizations/new' },
  { route: '/bureau/organizations/new', as: 'admin', state: 'error', path: '/bureau/organizations/new?kind=employer', act: sendEmpty },
  {
    route: '/bureau/organizations/[id]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/organizations/*', `SELECT id FROM organization WHERE kind = 'employer' LIMIT 1`),
  },
  { route: '/bureau/people', as: 'admin', state: 'filled', path: '/bureau/people' },
  { route: '/bureau/people', as: 'admin', state: 'empty', path: '/bureau/people?q=zzzzzz' },
  { route: '/bureau/people/new', as: 'admin', state: 'filled', path: '/bureau/people/new' },
  { route: '/bureau/people/new', as: 'admin', state: 'error', path: '/bureau/people/new', act: sendEmpty },
  {
    route: '/bureau/people/[id]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/people/*', `SELECT person_id AS id FROM account WHERE login_name = $1`, ['liuyang']),
  },
  { route: '/bureau/people/[id]', as: 'admin', state: 'error', path: `/bureau/people/${NOWHERE}`, status: 404 },
  {
    route: '/bureau/people/[id]/edit',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/people/*/edit', `SELECT person_id AS id FROM account WHERE login_name = $1`, ['liuyang']),
  },
  ...['begin-work', 'begin-title', 'apply', 'reveal', 'grant', 'reset', 'standing'].map(
    (act): Visit => ({
      route: '/bureau/people/[id]/[act]',
      as: 'admin',
      state: 'filled',
      path: found(`/bureau/people/*/${act}`, `SELECT person_id AS id FROM account WHERE login_name = $1`, ['liuyang']),
    }),
  ),
  { route: '/bureau/people/accounts', as: 'admin', state: 'filled', path: '/bureau/people/accounts' },
  { route: '/bureau/people/accounts/new', as: 'admin', state: 'filled', path: '/bureau/people/accounts/new' },
  {
    route: '/bureau/people/accounts/[id]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/people/accounts/*', ACCOUNT, ['chenguohua']),
  },
  {
    route: '/bureau/people/accounts/[id]/[act]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/people/accounts/*/grant', ACCOUNT, ['chenguohua']),
  },
  { route: '/bureau/settings', as: 'admin', state: 'filled', path: '/bureau/settings' },
  { route: '/bureau/calendar', as: 'admin', state: 'filled', path: '/bureau/calendar' },
  { route: '/bureau/calendar/new', as: 'admin', state: 'filled', path: '/bureau/calendar/new?year=2027' },
  { route: '/bureau/calendar/new', as: 'admin', state: 'filled', path: '/bureau/calendar/new?year=2026' },
  { route: '/bureau/calendar/new', as: 'admin', state: 'error', path: '/bureau/calendar/new?year=2027', act: sendEmpty },
  { route: '/bureau/calendar/[year]', as: 'admin', state: 'filled', path: '/bureau/calendar/2026' },
  { route: '/bureau/calendar/[year]', as: 'admin', state: 'error', path: '/bureau/calendar/2099', status: 404 },
  { route: '/bureau/calendar/[year]/local', as: 'admin', state: 'filled', path: '/bureau/calendar/2026/local' },
  { route: '/bureau/calendar/[year]/local', as: 'admin', state: 'error', path: '/bureau/calendar/2026/local', act: sendEmpty },
  { route: '/bureau/calendar/changes/[id]', as: 'admin', state: 'filled', path: proposedChange },
  { route: '/bureau/calendar/changes/[id]', as: 'admin', state: 'error', path: `/bureau/calendar/changes/${NOWHERE}`, status: 404 },
  { route: '/bureau/platforms', as: 'admin', state: 'filled', path: '/bureau/platforms' },
  { route: '/bureau/platforms/new', as: 'admin', state: 'filled', path: '/bureau/platforms/new' },
  { route: '/bureau/platforms/new', as: 'admin', state: 'filled', path: found('/bureau/platforms/new?like=*', PLATFORM) },
  { route: '/bureau/platforms/new', as: 'admin', state: 'error', path: '/bureau/platforms/new', act: sendEmpty },
  { route: '/bureau/platforms/[id]', as: 'admin', state: 'filled', path: found('/bureau/platforms/*', PLATFORM) },
  { route: '/bureau/platforms/[id]', as: 'admin', state: 'error', path: `/bureau/platforms/${NOWHERE}`, status: 404 },
  { route: '/bureau/platforms/[id]/close', as: 'admin', state: 'filled', path: found('/bureau/platforms/*/close', PLATFORM) },
  {
    route: '/bureau/platforms/[id]/close',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/platforms/*/close?until=2025-09-30', PLATFORM),
  },
  {
    route: '/bureau/platforms/[id]/close',
    as: 'admin',
    state: 'error',
    path: found('/bureau/platforms/*/close?until=2030-01-01', PLATFORM),
  },
  { route: '/bureau/platforms/[id]/confirm', as: 'admin', state: 'filled', path: found('/bureau/platforms/*/confirm', PLATFORM) },
]
