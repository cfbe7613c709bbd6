import { found, RECORD_OF, type Visit } from './visit'

const DRAFT = `${RECORD_OF} AND state = 'draft'`
const STEPS = ['kind', 'about', 'time', 'filing', 'evidence', 'check'] as const

export const WIZARD: Visit[] = [
  {
    route: '/my/records/[id]/edit',
    as: 'wangliping',
    state: 'filled',
    path: found('/my/records/*/edit', `${RECORD_OF} AND state IN ('draft', 'returned') LIMIT 1`, ['wangliping']),
  },
  ...STEPS.map(
    (step): Visit => ({
      route: '/my/records/[id]/edit/[step]',
      as: 'wangliping',
      state: 'filled',
      path: found(`/my/records/*/edit/${step}`, DRAFT, ['wangliping']),
    }),
  ),
]
