import { found, NOWHERE, sendEmpty, UNIT_OF, type Visit } from './visit'

export const FILING_OF = `SELECT id FROM filing WHERE provider_id = ${UNIT_OF} AND state =`
const LISTED = `SELECT id FROM filing WHERE number IS NOT NULL AND state =`
const FILING_STEPS = ['what', 'content', 'where', 'file', 'check'] as const

export const FILINGS: Visit[] = [
  { route: '/register/[id]', state: 'filled', path: found('/register/*', `${LISTED} 'filed'`) },
  { route: '/register/[id]', state: 'filled', path: found('/register/*', `${LISTED} 'cancelled'`) },
  { route: '/register/[id]', state: 'error', path: `/register/${NOWHERE}`, status: 404 },
  { route: '/trainings', as: 'fengjie', state: 'filled', path: '/trainings' },
  { route: '/trainings', as: 'fengjie', state: 'empty', path: '/trainings?q=zzzzzz' },
  { route: '/trainings/new', as: 'fengjie', state: 'filled', path: '/trainings/new' },
  { route: '/trainings/new', as: 'fengjie', state: 'error', path: '/trainings/new', act: sendEmpty },
  ...['filed', 'amended', 'returned', 'refused', 'approved_by_bureau'].map(
    (state): Visit => ({
      route: '/trainings/[id]',
      as: 'fengjie',
      state: 'filled',
      path: found('/trainings/*', `${FILING_OF} '${state}'`, ['fengjie']),
    }),
  ),
  {
    route: '/trainings/[id]',
    as: 'fengjie',
    state: 'filled',
    path: found('/trainings/*?act=cancel', `${FILING_OF} 'submitted'`, ['fengjie']),
  },
  { route: '/trainings/[id]', as: 'fengjie', state: 'error', path: `/trainings/${NOWHERE}`, status: 404 },
  {
    route: '/trainings/[id]/edit',
    as: 'fengjie',
    state: 'filled',
    path: found('/trainings/*/edit', `${FILING_OF} 'draft'`, ['fengjie']),
  },
  ...FILING_STEPS.map(
    (step): Visit => ({
      route: '/trainings/[id]/edit/[step]',
      as: 'fengjie',
      state: 'filled',
      path: found(`/trainings/*/edit/${step}`, `${FILING_OF} 'draft'`, ['fengjie']),
    }),
  ),
]
