import { plainDate } from '@/lib/calendar/plain-date'
import { approveFiling } from '@/lib/server/filing/approve-filing'
import { refuseFiling, returnFiling, verifyFiling } from '@/lib/server/filing/decide-filing'
import { draftFiling } from '@/lib/server/filing/draft-filing'
import { cancelFiling } from '@/lib/server/filing/end-filing'
import { saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling } from '@/lib/server/filing/submit-filing'
import type { DemoCity } from './city'
import { draftTraining, enterOutside, type Field, fileTraining, type Plan, REVIEWERS } from './file-training'
import { actor, morning } from './trainings'

/** Filings in the states that do not occur among `TRAININGS`. */
export async function seedFilingScenes(city: DemoCity): Promise<void> {
  await waiting(city)
  await decidedAgainst(city)
  await changes(city)
  await lateAndCancelled(city)
  await employers(city)
  await fromOutside(city)
}

async function filed(
  city: DemoCity,
  plan: Plan,
  { by, on, bureauOn, authorityOn }: Record<'by' | 'on' | 'bureauOn' | 'authorityOn', string>,
) {
  const id = await fileTraining(city, actor(city, by), plan, morning(on))
  await approveFiling(actor(city, 'xuwei'), { filing: id }, { now: morning(bureauOn) })
  await approveFiling(actor(city, REVIEWERS[plan.field]), { filing: id }, { now: morning(authorityOn) })
  return id
}

const plan = (title: string, field: Field, startsOn: string, endsOn: string, days: number): Plan => ({
  title,
  field,
  startsOn,
  endsOn,
  days,
})

async function waiting(city: DemoCity): Promise<void> {
  const feng = actor(city, 'fengjie')
  await draftTraining(city, feng, plan('春季学期教师信息素养培训班', 'education', '2026-03-09', '2026-03-13', 5), morning('2025-11-17'))
  const authorityFirst = await fileTraining(
    city,
    feng,
    plan('农产品质量安全检测技术研修班', 'agriculture', '2025-12-03', '2025-12-05', 3),
    morning('2025-11-10'),
  )
  await approveFiling(actor(city, 'luoyan'), { filing: authorityFirst }, { now: morning('2025-11-13') })
  // its first day passed during the review: it can still be approved, but only for attendance from then on
  await fileTraining(city, feng, plan('中小学实验教学能力培训班', 'education', '2025-11-17', '2025-11-21', 5), morning('2025-11-07'))
}

async function decidedAgainst(city: DemoCity): Promise<void> {
  const feng = actor(city, 'fengjie')
  const returned = await fileTraining(
    city,
    feng,
    plan('建筑施工安全新规范培训班', 'agriculture', '2025-12-22', '2025-12-24', 3),
    morning('2025-11-11'),
  )
  const why = '教学大纲没有列出每天的课时，请补充课程表；授课教师请写明姓名和职称。'
  await returnFiling(actor(city, 'xuwei'), { filing: returned, reason: why }, { now: morning('2025-11-14') })
  const refused = await fileTraining(city, feng, plan('办公软件入门班', 'education', '2025-11-24', '2025-11-25', 2), morning('2025-11-10'))
  const reason = '内容为通用办公技能，不属于专业科目培训。'
  await refuseFiling(actor(city, 'songkai'), { filing: refused, reason }, { now: morning('2025-11-12') })
}

async function changes(city: DemoCity): Promise<void> {
  const feng = actor(city, 'fengjie')
  const moved = plan('学前教育保教质量研修班', 'education', '2025-12-08', '2025-12-12', 5)
  const asked = await filed(city, moved, { by: 'fengjie', on: '2025-10-27', bureauOn: '2025-10-30', authorityOn: '2025-11-03' })
  const days = { title: moved.title, startsOn: '2025-12-15', endsOn: '2025-12-19', days: '5', hours: '40' }
  await saveFilingStep(feng, { filing: asked, step: 'what', from: 'check', ...days }, { now: morning('2025-11-14') })
  await submitFiling(feng, { filing: asked, reason: '原定场地检修，整体推迟一周。' }, { now: morning('2025-11-14') })

  const half = plan('智慧农业装备应用培训班', 'agriculture', '2025-12-10', '2025-12-12', 3)
  const agreed = await filed(city, half, { by: 'fengjie', on: '2025-10-28', bureauOn: '2025-10-31', authorityOn: '2025-11-04' })
  const elsewhere = { filing: agreed, step: 'where' as const, from: 'check' as const, place: '阜阳市农业科技示范园报告厅' }
  await saveFilingStep(feng, elsewhere, { now: morning('2025-11-12') })
  await submitFiling(feng, { filing: agreed, reason: '报名人数超过原场地容量。' }, { now: morning('2025-11-12') })
  await approveFiling(actor(city, 'xuwei'), { filing: agreed }, { now: morning('2025-11-14') })

  const again = plan('畜禽疫病防控技术培训班', 'agriculture', '2025-12-17', '2025-12-19', 3)
  const other = await filed(city, again, { by: 'fengjie', on: '2025-10-30', bureauOn: '2025-11-04', authorityOn: '2025-11-05' })
  await saveFilingStep(feng, { ...elsewhere, filing: other, place: '阜阳市动物疫病预防控制中心' }, { now: morning('2025-11-13') })
  await submitFiling(feng, { filing: other, reason: '增加实验室操作课程。' }, { now: morning('2025-11-13') })
  await approveFiling(actor(city, 'luoyan'), { filing: other }, { now: morning('2025-11-17') })

  const done = plan('班级心理健康教育专题班', 'education', '2025-11-26', '2025-11-28', 3)
  const changed = await filed(city, done, { by: 'fengjie', on: '2025-10-20', bureauOn: '2025-10-22', authorityOn: '2025-10-24' })
  await saveFilingStep(feng, { ...elsewhere, filing: changed, place: '阜阳市清河中学报告厅' }, { now: morning('2025-11-03') })
  await submitFiling(feng, { filing: changed, reason: '改在学校现场教学。' }, { now: morning('2025-11-03') })
  await approveFiling(actor(city, 'songkai'), { filing: changed }, { now: morning('2025-11-05') })
  await approveFiling(actor(city, 'xuwei'), { filing: changed }, { now: morning('2025-11-06') })
}

async function lateAndCancelled(city: DemoCity): Promise<void> {
  const late = plan('医院感染防控实务培训班', 'health', '2025-11-10', '2025-11-14', 5)
  await filed(city, late, { by: 'caoxin', on: '2025-11-05', bureauOn: '2025-11-07', authorityOn: '2025-11-12' })
  const off = plan('果树栽培新技术观摩班', 'agriculture', '2025-11-20', '2025-11-21', 2)
  const cancelled = await filed(city, off, { by: 'fengjie', on: '2025-10-16', bureauOn: '2025-10-20', authorityOn: '2025-10-21' })
  const reason = '报名不足，本期不举办。'
  await cancelFiling(actor(city, 'fengjie'), { filing: cancelled, reason }, { now: morning('2025-11-13') })
}

async function employers(city: DemoCity): Promise<void> {
  const ward = { ...plan('重症监护专科护理培训班', 'health', '2025-12-02', '2025-12-04', 3), place: '阜阳市清河医院学术报告厅' }
  await filed(city, ward, { by: 'liming', on: '2025-11-03', bureauOn: '2025-11-05', authorityOn: '2025-11-06' })
  const drugs = { ...plan('抗菌药物临床合理应用培训班', 'health', '2025-12-16', '2025-12-17', 2), place: ward.place }
  await fileTraining(city, actor(city, 'liming'), drugs, morning('2025-11-13'))
  const school = { ...plan('校本课程开发研修班', 'education', '2025-12-06', '2025-12-07', 2), place: '颍州区西湖实验学校' }
  await fileTraining(city, actor(city, 'hemin'), school, morning('2025-11-12'))
}

async function fromOutside(city: DemoCity): Promise<void> {
  const body = { outsideBody: '合肥市人力资源和社会保障局', organizer: '合肥市专业技术人员继续教育基地' }
  const verified = await enterOutside(
    actor(city, 'wuting'),
    {
      ...body,
      title: '数字经济与产业转型研修班',
      startsOn: '2025-09-22',
      endsOn: '2025-09-26',
      days: 5,
      outsideNumber: '合人社继教备〔2025〕87号',
      outsideFiledOn: '2025-09-01',
    },
    morning('2025-11-04'),
  )
  await verifyFiling(actor(city, 'chenguohua'), { filing: verified }, { now: morning('2025-11-06') })
  const nurse = {
    title: '长三角急危重症护理培训班',
    startsOn: '2025-10-20',
    endsOn: '2025-10-23',
    days: 4,
    outsideNumber: '合人社继教备〔2025〕112号',
    outsideFiledOn: '2025-09-28',
  }
  await enterOutside(actor(city, 'liming'), { ...body, ...nurse }, morning('2025-11-11'))
  const chemistry = {
    title: '危险化学品安全技术研修班',
    startsOn: '2025-10-13',
    endsOn: '2025-10-15',
    days: 3,
    outsideNumber: '蚌人社培备〔2025〕19号',
    outsideFiledOn: '2025-09-20',
  }
  await enterOutside(
    actor(city, 'wuting'),
    { outsideBody: '蚌埠市人力资源和社会保障局', organizer: '蚌埠市职业培训中心', ...chemistry },
    morning('2025-11-14'),
  )
  // begun at the bureau's counter and not finished
  const begun = {
    where: 'outside' as const,
    title: '水利工程建设管理培训班',
    startsOn: plainDate('2025-10-27'),
    endsOn: plainDate('2025-10-30'),
  }
  await draftFiling(actor(city, 'wuting'), { ...begun, days: 4, hours: 32 }, { now: morning('2025-11-17') })
}
