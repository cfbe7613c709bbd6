import { expect, follow, press, test, words } from '../support/e2e'
import { decideInQueue } from './steps/bureau'
import { as, daysLater } from './steps/employer'
import { onBureauPath, reviewersOf, someoneBusy } from './steps/people'
import { approveTraining, dayIn, fileTraining, numberOf, uploadRoster } from './steps/trainings'
import { fillRecord, promisedHours } from './steps/wizard'

// It moves the demonstration's day.
test.use({ ownSite: 'roster-path' })

// From the filing of a training to hours that count, over the roster that its provider uploads. With scripts and without.
for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('a filed training’s roster is accepted by one, disputed by another, missed by a third; unfiled it counts nothing', async ({
      page,
      sql,
    }) => {
      test.setTimeout(420_000)
      const title = `名册验收培训班（${scripts ? '一' : '二'}）`
      const [startsOn, endsOn] = [await dayIn(sql, 8), await dayIn(sql, 9)]
      const attending = await onBureauPath(sql)
      const other = await someoneBusy(sql, scripts ? 11 : 12)
      const absent = await someoneBusy(sql, scripts ? 13 : 14)

      const filing = await test.step('filed, and agreed to by both', async () => {
        await as(page, 'fengjie')
        const about = {
          content: '政策法规与案例研讨，考核结业。',
          targetGroup: '全市专业技术人员',
          teachers: '省内专家',
          place: '培训中心',
        }
        const id = await fileTraining(page, { where: 'here', title, startsOn, endsOn, days: '2', hours: '12', ...about })
        await approveTraining(page, sql, id)
        return id
      })
      await test.step('no roster before it is over', async () => {
        await as(page, 'fengjie')
        await page.goto(`/trainings/${filing}/roster`)
        await expect(page.locator('main')).toContainText(words('roster.notNow'))
        await expect(page.locator('main input[type=file]')).toHaveCount(0)
      })
      const numbers = await test.step('held, and the roster uploaded with a mistake', async () => {
        while ((await dayIn(sql, 0)) < endsOn) await daysLater(page, 1)
        await as(page, 'admin')
        const found = [await numberOf(page, attending.person), await numberOf(page, other.person)] as const
        await as(page, 'fengjie')
        await uploadRoster(page, filing, [
          [attending.name, found[0], 2, '合格'],
          [other.name, found[1], 3, '合格'],
        ])
        await expect(page.locator('main')).toContainText(words('errors.field.roster.days_more', { most: 2 }))
        await expect(page.getByRole('button', { name: words('roster.draft.confirm') })).toHaveCount(0)
        expect(await page.content()).not.toContain(found[0])
        return found
      })
      await test.step('put right and confirmed', async () => {
        await uploadRoster(page, filing, [
          [attending.name, numbers[0], 2, '合格'],
          [other.name, numbers[1], 2, '合格'],
        ])
        await press(page, words('roster.draft.confirm'), /done=confirmed/)
      })
      const record = await test.step('one accepts', async () => {
        await as(page, attending.login)
        await page.goto('/my')
        await follow(page, words('roster.accept.answer'), /\/accept$/)
        await press(page, words('roster.accept.acceptDo'), /done=submitted/)
        return new URL(page.url()).pathname.split('/').at(-1) ?? ''
      })
      await test.step('another says that it is not theirs, and the provider sees it', async () => {
        const [theirs] = await sql<{ id: string }>('SELECT id FROM hour_record WHERE filing_id = $1 AND person_id = $2', [
          filing,
          other.person,
        ])
        await as(page, other.login)
        await page.goto(`/my/records/${theirs?.id}/accept`)
        await page.getByText(words('roster.accept.disownOpen'), { exact: true }).click()
        await press(page, words('roster.accept.disownDo'), /done=disowned/)
        await as(page, 'fengjie')
        await page.goto(`/trainings/${filing}/roster`)
        await follow(page, words('roster.past.open'), /roster=/)
        await expect(page.locator('main')).toContainText(words('roster.answer.disowned'))
      })
      await test.step('a third is missing, asks, and is added', async () => {
        await as(page, absent.login)
        await page.goto(`/register/${filing}`)
        await follow(page, words('cases.raise.link'), /\/my\/cases\/new/)
        await page.locator('main textarea[name=reason]').fill('两天都参加了，名册上没有我。')
        await press(page, words('cases.raise.submit'), /done=raised/)
        const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
        await as(page, 'fengjie')
        await page.goto(`/cases/${id}`)
        await page.locator('main input[name=outcome][value=correction]').check()
        await page.locator('main input[name=days]').fill('2')
        await page.locator('main input[name=result]').fill('合格')
        await page.locator('main textarea[name=finding]').fill('签到表上有本人签名。')
        await press(page, words('cases.answerForm.submit'), /done=answered/)
        await as(page, absent.login)
        await page.goto(`/my/cases/${id}`)
        await follow(page, words('cases.page.madeOpen'), /\/accept$/)
      })
      await test.step('it counts once the bureau verified it', async () => {
        const [place] = await sql<{ region: string }>('SELECT region_code AS region FROM hour_record WHERE id = $1', [record])
        const [reviewer = ''] = await reviewersOf(sql, place?.region ?? null)
        await as(page, reviewer)
        await decideInQueue(page, record, 'verify')
        const [row] = await sql<{ state: string; hours: string }>('SELECT state::text, hours FROM hour_record WHERE id = $1', [record])
        expect(row?.state).toBe('registered')
        expect(Number(row?.hours)).toBeGreaterThan(0)
      })
      await test.step('the same training without filing counts nothing and says so', async () => {
        await as(page, attending.login)
        const answers = {
          subject: 'professional',
          title: '没有备案的培训',
          organizer: '本单位',
          assessment: '合格',
          startedOn: startsOn,
          completedOn: endsOn,
          days: '2',
        }
        await fillRecord(page, { category: 'training', answers })
        expect(await promisedHours(page)).toBe(0)
        await expect(page.locator('main')).toContainText(words('terms.reason.filing_missing'))
      })
    })
  })
}
