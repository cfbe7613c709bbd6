import { found, NOWHERE, PERSON, UNIT_OF, type Visit } from './visit'

export const EMPLOYER: Visit[] = [
  { route: '/employer/review', as: 'liming', state: 'filled', path: '/employer/review' },
  { route: '/employer/review', as: 'liming', state: 'empty', path: '/employer/review?q=zzzzzz' },
  {
    route: '/employer/review/[id]',
    as: 'liming',
    state: 'filled',
    path: found(
      '/employer/review/*',
      `SELECT id FROM hour_record WHERE organization_id = ${UNIT_OF} AND state = 'submitted' AND path = 'employer'`,
      ['liming'],
    ),
  },
  { route: '/employer/review/[id]', as: 'liming', state: 'error', path: `/employer/review/${NOWHERE}`, status: 404 },
  { route: '/employer/records', as: 'liming', state: 'filled', path: '/employer/records' },
  { route: '/employer/records', as: 'liming', state: 'empty', path: '/employer/records?q=zzzzzz' },
  { route: '/employer/staff', as: 'liming', state: 'filled', path: '/employer/staff' },
  { route: '/employer/staff', as: 'liming', state: 'empty', path: '/employer/staff?q=zzzzzz' },
  {
    route: '/employer/staff/[id]/term',
    as: 'liming',
    state: 'filled',
    path: found('/employer/staff/*/term', `SELECT person_id AS id FROM account WHERE login_name = $1`, ['wangliping']),
  },
  { route: '/employer/staff/[id]/term', as: 'liming', state: 'error', path: `/employer/staff/${NOWHERE}/term`, status: 404 },
  { route: '/employer/batches', as: 'liming', state: 'filled', path: '/employer/batches' },
  { route: '/employer/batches/new', as: 'liming', state: 'filled', path: '/employer/batches/new' },
  {
    route: '/employer/batches/[id]',
    as: 'liming',
    state: 'filled',
    path: found('/employer/batches/*', `SELECT id FROM publicity_batch WHERE organization_id = ${UNIT_OF} AND state = 'open'`, ['liming']),
  },
  { route: '/employer/batches/[id]', as: 'liming', state: 'error', path: `/employer/batches/${NOWHERE}`, status: 404 },
  {
    route: '/employer/batches/[id]/cancel',
    as: 'liming',
    state: 'filled',
    // The batch of a record that nobody objected to: another cannot be cancelled.
    path: found(
      '/employer/batches/*/cancel',
      `SELECT batch_id AS id FROM hour_record WHERE person_id = ${PERSON} AND state = 'publicized'`,
      ['wangliping'],
    ),
  },
  {
    route: '/employer/batches/[id]/notice',
    as: 'liming',
    state: 'filled',
    path: found('/employer/batches/*/notice', `SELECT id FROM publicity_batch WHERE organization_id = ${UNIT_OF} AND state = 'open'`, [
      'liming',
    ]),
  },
  {
    route: '/employer/batches/[id]/take-out/[record]',
    as: 'liming',
    state: 'filled',
    path: found(
      '/employer/batches/*',
      `SELECT batch_id || '/take-out/' || id AS id FROM hour_record WHERE organization_id = ${UNIT_OF} AND state = 'publicized'`,
      ['liming'],
    ),
  },
]
