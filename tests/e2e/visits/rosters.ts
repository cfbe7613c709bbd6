import { found, NOWHERE, PERSON, RECORD_OF, sendEmpty, UNIT_OF, type Visit } from './visit'

/** A training of the account's own office with a roster in this state. */
function rosterPage(path: string, login: string, state: 'draft' | 'confirmed') {
  return found(
    path,
    `SELECT f.id FROM filing f JOIN roster t ON t.filing_id = f.id WHERE f.provider_id = ${UNIT_OF} AND t.state = '${state}' AND t.source = 'file' LIMIT 1`,
    [login],
  )
}
const OWN_TRAINING = `SELECT f.id FROM filing f WHERE f.provider_id = ${UNIT_OF} LIMIT 1`
const CASE_OF_UNIT = `SELECT c.id FROM case_file c WHERE c.organization_id = ${UNIT_OF} AND c.state = 'open' LIMIT 1`
const CASE_OF_PERSON = `SELECT id FROM case_file WHERE person_id = ${PERSON} LIMIT 1`

export const ROSTERS: Visit[] = [
  {
    route: '/trainings/[id]/roster',
    as: 'fengjie',
    state: 'filled',
    path: rosterPage('/trainings/*/roster', 'fengjie', 'confirmed'),
  },
  {
    route: '/trainings/[id]/roster',
    as: 'fengjie',
    state: 'error',
    path: rosterPage('/trainings/*/roster?problem=columns_unknown&at=A1,C1', 'fengjie', 'draft'),
  },
  { route: '/trainings/[id]/roster', as: 'fengjie', state: 'error', path: `/trainings/${NOWHERE}/roster`, status: 404 },
  { route: '/cases', as: 'fengjie', state: 'filled', path: '/cases' },
  { route: '/cases', as: 'fengjie', state: 'empty', path: '/cases?q=zzzzzz' },
  { route: '/cases/[id]', as: 'fengjie', state: 'filled', path: found('/cases/*', CASE_OF_UNIT, ['fengjie']) },
  {
    route: '/cases/[id]',
    as: 'fengjie',
    state: 'error',
    path: found('/cases/*', CASE_OF_UNIT, ['fengjie']),
    act: sendEmpty,
  },
  {
    route: '/trainings/[id]/roster',
    as: 'liming',
    state: 'empty',
    path: found('/trainings/*/roster', OWN_TRAINING, ['liming']),
  },
  { route: '/cases', as: 'liming', state: 'empty', path: '/cases' },
  { route: '/cases/[id]', as: 'liming', state: 'error', path: `/cases/${NOWHERE}`, status: 404 },
  { route: '/cases', as: 'xuwei', state: 'filled', path: '/cases' },
  { route: '/cases', as: 'xuwei', state: 'empty', path: '/cases?q=zzzzzz' },
  {
    route: '/cases/[id]',
    as: 'xuwei',
    state: 'filled',
    path: found('/cases/*', `SELECT id FROM case_file WHERE region_code = '341200' AND state = 'open' ORDER BY due_on LIMIT 1`),
  },
  { route: '/my/cases', as: 'wangliping', state: 'filled', path: '/my/cases' },
  { route: '/my/cases', as: 'zhaozhiqiang', state: 'empty', path: '/my/cases' },
  { route: '/my/cases/[id]', as: 'wangliping', state: 'filled', path: found('/my/cases/*', CASE_OF_PERSON, ['wangliping']) },
  {
    route: '/my/cases/[id]',
    as: 'wangliping',
    state: 'error',
    path: found('/my/cases/*?problem=file_type', CASE_OF_PERSON, ['wangliping']),
  },
  { route: '/my/cases/new', as: 'zhaozhiqiang', state: 'empty', path: '/my/cases/new' },
  {
    route: '/my/cases/new',
    as: 'zhaozhiqiang',
    state: 'filled',
    path: found('/my/cases/new?filing=*', `SELECT id FROM filing WHERE title = '农业新技术推广培训班'`),
  },
  {
    route: '/my/cases/new',
    as: 'zhaozhiqiang',
    state: 'error',
    path: found('/my/cases/new?filing=*', `SELECT id FROM filing WHERE title = '农业新技术推广培训班'`),
    act: sendEmpty,
  },
  {
    route: '/my/records/[id]/accept',
    as: 'zhaozhiqiang',
    state: 'filled',
    path: found('/my/records/*/accept', `${RECORD_OF} AND state = 'draft' AND created_role = 'provider_officer'`, ['zhaozhiqiang']),
  },
  { route: '/my/records/[id]/accept', as: 'zhaozhiqiang', state: 'error', path: `/my/records/${NOWHERE}/accept`, status: 404 },
]
