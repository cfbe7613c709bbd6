import { found, NOWHERE, sendEmpty, type Visit } from './visit'

const RULES_DRAFT = `SELECT id FROM rule_set_version WHERE state = 'draft' ORDER BY created_at LIMIT 1`
const TRIAL = `SELECT rule_set_id || '/impact/' || id AS id FROM job WHERE kind = 'impact' ORDER BY created_at LIMIT 1`

export const RULES: Visit[] = [
  { route: '/bureau/rules', as: 'admin', state: 'filled', path: '/bureau/rules' },
  { route: '/bureau/rules/new', as: 'admin', state: 'filled', path: '/bureau/rules/new' },
  { route: '/bureau/rules/new', as: 'admin', state: 'error', path: '/bureau/rules/new', act: sendEmpty },
  { route: '/bureau/rules/open', as: 'admin', state: 'filled', path: '/bureau/rules/open' },
  { route: '/bureau/rules/[id]', as: 'admin', state: 'filled', path: found('/bureau/rules/*', RULES_DRAFT) },
  {
    route: '/bureau/rules/[id]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/rules/*', `SELECT id FROM rule_set_version WHERE state = 'published' ORDER BY effective_year LIMIT 1`),
  },
  { route: '/bureau/rules/[id]', as: 'admin', state: 'error', path: `/bureau/rules/${NOWHERE}`, status: 404 },
  { route: '/bureau/rules/[id]/head', as: 'admin', state: 'filled', path: found('/bureau/rules/*/head', RULES_DRAFT) },
  {
    route: '/bureau/rules/[id]/figures/[key]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/rules/*/figures/paper.core', RULES_DRAFT),
  },
  {
    route: '/bureau/rules/[id]/figures/[key]',
    as: 'admin',
    state: 'error',
    path: found('/bureau/rules/*/figures/award.national', RULES_DRAFT),
    act: sendEmpty,
  },
  {
    route: '/bureau/rules/[id]/deadlines/[year]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/rules/*/deadlines/2025', RULES_DRAFT),
  },
  {
    route: '/bureau/rules/[id]/deadlines/[year]',
    as: 'admin',
    state: 'error',
    path: found('/bureau/rules/*/deadlines/new', RULES_DRAFT),
    act: sendEmpty,
  },
  ...['oneOptionScope', 'conversionAllocation', 'denyAtShare', 'transition'].map(
    (name): Visit => ({
      route: '/bureau/rules/[id]/settings/[name]',
      as: 'admin',
      state: 'filled',
      path: found(`/bureau/rules/*/settings/${name}`, RULES_DRAFT),
    }),
  ),
  { route: '/bureau/rules/[id]/publish', as: 'admin', state: 'filled', path: found('/bureau/rules/*/publish', RULES_DRAFT) },
  { route: '/bureau/rules/[id]/publish', as: 'admin2', state: 'filled', path: found('/bureau/rules/*/publish', RULES_DRAFT) },
  { route: '/bureau/rules/[id]/impact', as: 'admin', state: 'filled', path: found('/bureau/rules/*/impact', RULES_DRAFT) },
  { route: '/bureau/rules/[id]/impact/[job]', as: 'admin', state: 'filled', path: found('/bureau/rules/*', TRIAL) },
  {
    route: '/bureau/rules/[id]/impact/[job]',
    as: 'admin',
    state: 'empty',
    path: found('/bureau/rules/*?direction=gained&region=341226', TRIAL),
  },
]
