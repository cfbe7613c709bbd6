import { found, NOWHERE, type Visit } from './visit'

export const BUREAU: Visit[] = [
  { route: '/bureau/verification', as: 'chenguohua', state: 'filled', path: '/bureau/verification' },
  { route: '/bureau/verification', as: 'chenguohua', state: 'empty', path: '/bureau/verification?q=zzzzzz' },
  {
    route: '/bureau/verification/several',
    as: 'chenguohua',
    state: 'filled',
    path: found(
      '/bureau/verification/several?record=*',
      `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'submitted' AND path = 'bureau'`,
    ),
  },
  { route: '/bureau/records', as: 'chenguohua', state: 'filled', path: '/bureau/records' },
  { route: '/bureau/records', as: 'xuwei', state: 'filled', path: '/bureau/records?region=all&state=registered' },
  { route: '/bureau/records', as: 'chenguohua', state: 'empty', path: '/bureau/records?q=zzzzzz' },
  { route: '/bureau/years', as: 'chenguohua', state: 'filled', path: '/bureau/years' },
  { route: '/bureau/years', as: 'chenguohua', state: 'empty', path: '/bureau/years?q=zzzzzz' },
  {
    route: '/bureau/records/[id]',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/records/*', `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'registered'`),
  },
  { route: '/bureau/records/[id]', as: 'chenguohua', state: 'error', path: `/bureau/records/${NOWHERE}`, status: 404 },
  {
    route: '/bureau/records/[id]/correct',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/records/*/correct', `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'registered'`),
  },
  {
    route: '/bureau/records/[id]/correct/check',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/records/*/correct', `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'registered'`),
    act: async (page) => {
      await page.locator('main input[name=title]').fill('医疗质量安全核心制度培训班（更正）')
      await page.locator('main textarea[name=reason]').fill('名称与证书不一致。')
      await page.locator('main form button[type=submit]').last().click()
      await page.waitForURL(/correct\/check/)
    },
  },
]
