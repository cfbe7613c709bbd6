import { expect, follow, press, test, words } from '../support/e2e'
import { certify, correctRecord, decideInQueue } from './steps/bureau'
import { expectChecked, printed } from './steps/certificate'
import { as, daysLater } from './steps/employer'
import { onBureauPath, reviewersOf, yearOf } from './steps/people'
import { fillFields, type Logged, logRecord, submit } from './steps/wizard'

// It moves the demonstration's day.
test.use({ ownSite: 'bureau-path' })

const TRAINING: Logged = {
  category: 'training',
  answers: {
    subject: 'professional',
    title: '工程质量与安全管理研修班',
    organizer: '阜阳市专业技术人员继续教育基地',
    assessment: '合格',
    startedOn: '2025-05-12',
    completedOn: '2025-05-23',
    days: '12',
  },
  filing: '工程质量与安全管理研修班',
}
const COURSES: Logged = {
  category: 'courseware',
  answers: {
    subject: 'public',
    title: '2025年公需科目学习',
    organizer: '安徽开放大学',
    assessment: '测试合格',
    platform: 'ahou',
    completedOn: '2025-09-20',
    labelledHours: '34',
  },
}

// A freelancer or the staff of a private company without an officer: the county bureau verifies. With scripts and without.
for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('from an empty year over an overdue verification to a certificate, and its successor after a correction', async ({
      page,
      sql,
    }) => {
      test.setTimeout(300_000)
      const who = await onBureauPath(sql)
      await as(page, who.login)
      const training = await logRecord(page, TRAINING)
      const courses = await logRecord(page, COURSES)
      const [place] = await sql<{ region: string }>('SELECT region_code AS region FROM hour_record WHERE id = $1', [training.id])
      const [reviewer = ''] = await reviewersOf(sql, place?.region ?? null)

      await test.step('a week later both stand as overdue', async () => {
        await daysLater(page, 5)
        await daysLater(page, 5)
        await as(page, reviewer)
        await page.goto('/bureau/verification?kind=late')
        await expect(page.locator(`main a[href*="${training.id}"]`).first()).toBeVisible()
      })
      await test.step('one is verified, one returned and handed in again', async () => {
        await decideInQueue(page, training.id, 'verify')
        await decideInQueue(page, courses.id, 'return', '请写明测试成绩。')
        await as(page, who.login)
        await page.goto(`/my/records/${courses.id}`)
        await expect(page.locator('main')).toContainText('请写明测试成绩。')
        await follow(page, words('record.page.correct'), /edit\/check/)
        await page.goto(`/my/records/${courses.id}/edit/about?from=check`)
        await fillFields(page, { assessment: '测试合格，95 分' })
        await press(page, words('record.step.continue'), /edit\/check/)
        await submit(page, true)
        await as(page, reviewer)
        await decideInQueue(page, courses.id, 'verify')
      })
      const year = await test.step('the person asks for the certification', async () => {
        await as(page, who.login)
        await page.goto('/my?year=2025')
        await press(page, words('my.year.next.request'), /done=requested/)
        return yearOf(sql, who.person)
      })
      const [certifier = ''] = await reviewersOf(sql, year.region)
      await as(page, certifier)
      await certify(page, year.id, '依据皖人社秘〔2025〕109号，已核对原件。')
      await as(page, who.login)
      const first = await printed(page)
      await page.context().clearCookies()
      await expectChecked(page, first.path, 'valid')
      await test.step('a correction puts a new certificate in the place of the first', async () => {
        await as(page, reviewer)
        await correctRecord(page, training.id, '工程质量与安全管理研修班（第一期）')
        await page.context().clearCookies()
        await expectChecked(page, first.path, 'superseded')
        await as(page, who.login)
        const second = await printed(page)
        expect(second.path).not.toBe(first.path)
        expect(second.text.replace(/\s/g, '')).toContain('（第一期）')
        await expectChecked(page, second.path, 'valid')
      })
    })
  })
}
