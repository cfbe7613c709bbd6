import { FILING_OF } from './filings'
import { found, NOWHERE, sendEmpty, UNIT_OF, type Visit } from './visit'

const AT_BUREAU = `SELECT id FROM filing WHERE region_code = $1 AND outside = $2 AND state =`

export const FILING_OFFICES: Visit[] = [
  { route: '/employer/trainings', as: 'liming', state: 'filled', path: '/employer/trainings' },
  { route: '/employer/trainings', as: 'liming', state: 'empty', path: '/employer/trainings?q=zzzzzz' },
  { route: '/employer/trainings/new', as: 'liming', state: 'filled', path: '/employer/trainings/new' },
  { route: '/employer/trainings/new', as: 'liming', state: 'error', path: '/employer/trainings/new', act: sendEmpty },
  {
    route: '/employer/trainings/[id]',
    as: 'liming',
    state: 'filled',
    path: found('/employer/trainings/*', `${FILING_OF} 'filed'`, ['liming']),
  },
  { route: '/employer/trainings/[id]', as: 'liming', state: 'error', path: `/employer/trainings/${NOWHERE}`, status: 404 },
  {
    // a training on file: a change of it is prepared
    route: '/employer/trainings/[id]/edit',
    as: 'liming',
    state: 'filled',
    path: found('/employer/trainings/*/edit', `${FILING_OF} 'filed'`, ['liming']),
  },
  {
    route: '/employer/trainings/[id]/edit/[step]',
    as: 'liming',
    state: 'filled',
    path: found('/employer/trainings/*/edit/check', `${FILING_OF} 'filed'`, ['liming']),
  },
  { route: '/authority/filings', as: 'songkai', state: 'filled', path: '/authority/filings' },
  { route: '/authority/filings', as: 'songkai', state: 'filled', path: '/authority/filings?part=all' },
  { route: '/authority/filings', as: 'songkai', state: 'empty', path: '/authority/filings?q=zzzzzz' },
  {
    route: '/authority/filings/[id]',
    as: 'songkai',
    state: 'filled',
    path: found('/authority/filings/*?act=approve', `SELECT id FROM filing WHERE authority_id = ${UNIT_OF} AND state = 'amended'`, [
      'songkai',
    ]),
  },
  { route: '/authority/filings/[id]', as: 'songkai', state: 'error', path: `/authority/filings/${NOWHERE}`, status: 404 },
  { route: '/bureau/filings', as: 'xuwei', state: 'filled', path: '/bureau/filings' },
  { route: '/bureau/filings', as: 'xuwei', state: 'filled', path: '/bureau/filings?part=all' },
  { route: '/bureau/filings', as: 'guojun', state: 'empty', path: '/bureau/filings' },
  {
    route: '/bureau/filings/[id]',
    as: 'xuwei',
    state: 'filled',
    path: found('/bureau/filings/*?act=return', `${AT_BUREAU} 'submitted'`, ['341200', false]),
  },
  {
    route: '/bureau/filings/[id]',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/filings/*?act=verify', `${AT_BUREAU} 'submitted'`, ['341202', true]),
  },
  { route: '/bureau/filings/[id]', as: 'chenguohua', state: 'error', path: `/bureau/filings/${NOWHERE}`, status: 404 },
  { route: '/bureau/filings/new', as: 'chenguohua', state: 'filled', path: '/bureau/filings/new' },
  { route: '/bureau/filings/new', as: 'chenguohua', state: 'error', path: '/bureau/filings/new', act: sendEmpty },
  ...['', '/number', '/file', '/check'].map(
    (step): Visit => ({
      route: step === '' ? '/bureau/filings/[id]/edit' : '/bureau/filings/[id]/edit/[step]',
      as: 'wuting',
      state: 'filled',
      path: found(`/bureau/filings/*/edit${step}`, `${AT_BUREAU} 'draft'`, ['341202', true]),
    }),
  ),
]
