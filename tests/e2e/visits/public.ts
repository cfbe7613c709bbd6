import type { Visit } from './visit'

/** Entries of the calculator: counted, not chosen, chosen, over the cap, refused. */
const CALCULATED = [
  'training_sprofessional_b20250407_d20250411_n5_fyes',
  'paper_ocore_afirst_d20250901',
  'paper_oother_d20250801_k*E8*AE*BA',
  'courseware_spublic_d20250601_wahou_l35',
  'training_sprofessional_b20250501_d20250502_n2',
  'teaching_sprofessional_d20250601_t1_uno',
]

export const PUBLIC: Visit[] = [
  { route: '/', state: 'filled', path: '/' },
  { route: '/calculator', state: 'empty', path: '/calculator' },
  { route: '/calculator', state: 'filled', path: `/calculator?v=1&year=2025&pick=3&e=${CALCULATED.join('.')}` },
  { route: '/calculator', state: 'filled', path: `/calculator?v=1&year=2025&add=training&e=${CALCULATED.slice(0, 1)}` },
  { route: '/calculator', state: 'filled', path: '/calculator?v=1&year=2025&add=courseware' },
  { route: '/calculator', state: 'error', path: '/calculator?v=1&year=20x5&set=none&moved=2025-02-30&pick=9&e=exan.exam_d20251301' },
  { route: '/calculator', state: 'error', path: '/calculator?year=2025&done=training&days=0' },
  { route: '/rules', state: 'filled', path: '/rules' },
  { route: '/rules/sets/[code]', state: 'filled', path: '/rules/sets/anhui-2025' },
  { route: '/rules/sets/[code]', state: 'error', path: '/rules/sets/nothing', status: 404 },
  { route: '/rules/sets/[code]/compare/[other]', state: 'empty', path: '/rules/sets/anhui-2025/compare/anhui-2025' },
  { route: '/rules/sets/[code]/compare/[other]', state: 'error', path: '/rules/sets/anhui-2025/compare/nothing', status: 404 },
  { route: '/rules/[category]', state: 'filled', path: '/rules/training' },
  { route: '/rules/[category]', state: 'filled', path: '/rules/award' },
  { route: '/rules/[category]', state: 'error', path: '/rules/nothing', status: 404 },
  { route: '/privacy', state: 'filled', path: '/privacy' },
  { route: '/sign-in', state: 'filled', path: '/sign-in' },
  {
    route: '/sign-in',
    state: 'error',
    path: '/sign-in?from=/my',
    act: async (page) => {
      await page.locator('form:has(input[name=password]) button[type=submit]').click()
      await page.locator('[role=alert]').first().waitFor()
    },
  },
]
