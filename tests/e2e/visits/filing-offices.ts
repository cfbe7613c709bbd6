import { FILING_OF } from './filings'
import { found, NOWHERE, sendEmpty, UNIT_OF, type Visit } from './visit'

const AT_BUREAU = `SELECT id FROM filing WHERE region_code = $1 AND outside = $2 AND state =`

export const FILING_OFFICES: Visit[] = [
  { route: '/trainings', as: 'liming', state: 'filled', path: '/trainings' },
  { route: '/trainings', as: 'liming', state: 'empty', path: '/trainings?q=zzzzzz' },
  { route: '/trainings/new', as: 'liming', state: 'filled', path: '/trainings/new' },
  { route: '/trainings/new', as: 'liming', state: 'error', path: '/trainings/new', act: sendEmpty },
  {
    route: '/trainings/[id]',
    as: 'liming',
    state: 'filled',
    path: found('/trainings/*', `${FILING_OF} 'filed'`, ['liming']),
  },
  { route: '/trainings/[id]', as: 'liming', state: 'error', path: `/trainings/${NOWHERE}`, status: 404 },
  {
    // a training on file: a change of it is prepared
    route: '/trainings/[id]/edit',
    as: 'liming',
    state: 'filled',
    path: found('/trainings/*/edit', `${FILING_OF} 'filed'`, ['liming']),
  },
  {
    route: '/trainings/[id]/edit/[step]',
    as: 'liming',
    state: 'filled',
    path: found('/trainings/*/edit/check', `${FILING_OF} 'filed'`, ['liming']),
  },
  { route: '/trainings', as: 'songkai', state: 'filled', path: '/trainings' },
  { route: '/trainings', as: 'songkai', state: 'filled', path: '/trainings?part=all' },
  { route: '/trainings', as: 'songkai', state: 'empty', path: '/trainings?q=zzzzzz' },
  {
    route: '/trainings/[id]',
    as: 'songkai',
    state: 'filled',
    path: found('/trainings/*?act=approve', `SELECT id FROM filing WHERE authority_id = ${UNIT_OF} AND state = 'amended'`, ['songkai']),
  },
  { route: '/trainings/[id]', as: 'songkai', state: 'error', path: `/trainings/${NOWHERE}`, status: 404 },
  { route: '/trainings', as: 'xuwei', state: 'filled', path: '/trainings' },
  { route: '/trainings', as: 'xuwei', state: 'filled', path: '/trainings?part=all' },
  { route: '/trainings', as: 'guojun', state: 'empty', path: '/trainings' },
  {
    route: '/trainings/[id]',
    as: 'xuwei',
    state: 'filled',
    path: found('/trainings/*?act=return', `${AT_BUREAU} 'submitted'`, ['341200', false]),
  },
  {
    route: '/trainings/[id]',
    as: 'chenguohua',
    state: 'filled',
    path: found('/trainings/*?act=verify', `${AT_BUREAU} 'submitted'`, ['341202', true]),
  },
  { route: '/trainings/[id]', as: 'chenguohua', state: 'error', path: `/trainings/${NOWHERE}`, status: 404 },
  { route: '/trainings/new', as: 'chenguohua', state: 'filled', path: '/trainings/new' },
  { route: '/trainings/new', as: 'chenguohua', state: 'error', path: '/trainings/new', act: sendEmpty },
  ...['', '/number', '/file', '/check'].map(
    (step): Visit => ({
      route: step === '' ? '/trainings/[id]/edit' : '/trainings/[id]/edit/[step]',
      as: 'wuting',
      state: 'filled',
      path: found(`/trainings/*/edit${step}`, `${AT_BUREAU} 'draft'`, ['341202', true]),
    }),
  ),
]
