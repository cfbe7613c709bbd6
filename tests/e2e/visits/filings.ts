import { found, NOWHERE, sendEmpty, UNIT_OF, type Visit } from './visit'

export const FILING_OF = `SELECT id FROM filing WHERE provider_id = ${UNIT_OF} AND state =`
const LISTED = `SELECT id FROM filing WHERE number IS NOT NULL AND state =`
const FILING_STEPS = ['what', 'content', 'where', 'file', 'check'] as const

export const FILINGS: Visit[] = [
  { route: '/register/[id]', state: 'filled', path: found('/register/*', `${LISTED} 'filed'`) },
  { route: '/register/[id]', state: 'filled', path: found('/register/*', `${LISTED} 'cancelled'`) },
  { route: '/register/[id]', state: 'error', path: `/register/${NOWHERE}`, status: 404 },
  { route: '/provider/filings', as: 'fengjie', state: 'filled', path: '/provider/filings' },
  { route: '/provider/filings', as: 'fengjie', state: 'empty', path: '/provider/filings?q=zzzzzz' },
  { route: '/provider/filings/new', as: 'fengjie', state: 'filled', path: '/provider/filings/new' },
  { route: '/provider/filings/new', as: 'fengjie', state: 'error', path: '/provider/filings/new', act: sendEmpty },
  ...['filed', 'amended', 'returned', 'refused', 'approved_by_bureau'].map(
    (state): Visit => ({
      route: '/provider/filings/[id]',
      as: 'fengjie',
      state: 'filled',
      path: found('/provider/filings/*', `${FILING_OF} '${state}'`, ['fengjie']),
    }),
  ),
  {
    route: '/provider/filings/[id]',
    as: 'fengjie',
    state: 'filled',
    path: found('/provider/filings/*?act=cancel', `${FILING_OF} 'submitted'`, ['fengjie']),
  },
  { route: '/provider/filings/[id]', as: 'fengjie', state: 'error', path: `/provider/filings/${NOWHERE}`, status: 404 },
  {
    route: '/provider/filings/[id]/edit',
    as: 'fengjie',
    state: 'filled',
    path: found('/provider/filings/*/edit', `${FILING_OF} 'draft'`, ['fengjie']),
  },
  ...FILING_STEPS.map(
    (step): Visit => ({
      route: '/provider/filings/[id]/edit/[step]',
      as: 'fengjie',
      state: 'filled',
      path: found(`/provider/filings/*/edit/${step}`, `${FILING_OF} 'draft'`, ['fengjie']),
    }),
  ),
]
