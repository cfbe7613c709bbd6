import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { addFilingFile } from '@/lib/server/filing/add-filing-file'
import { draftFiling } from '@/lib/server/filing/draft-filing'
import { saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling } from '@/lib/server/filing/submit-filing'
import { invalid } from '@/lib/server/input/errors'
import type { DemoCity } from './city'
import { inventedProof } from './proof'

export const REVIEWERS = { health: 'zhenghui', education: 'songkai', agriculture: 'luoyan' } as const
export type Field = keyof typeof REVIEWERS

export interface Plan {
  title: string
  field: Field
  startsOn: string
  endsOn: string
  days: number
  place?: string
}

/** Creates a draft filing by the steps of its form, with a syllabus; returns its id. */
export async function draftTraining(city: DemoCity, officer: Actor, plan: Plan, now: Date): Promise<string> {
  const { title, field, days, place = '阜阳市继续教育基地' } = plan
  const what = { title, startsOn: plainDate(plan.startsOn), endsOn: plainDate(plan.endsOn), days, hours: days * 8 }
  const { id: filing } = await draftFiling(officer, what, { now })
  const content = {
    content: `${title}：\n一、相关政策法规与行业标准；\n二、专业知识更新与技术规范；\n三、典型案例研讨与实务操作；\n四、结业考核。`,
    teachers: '省内高校和行业单位具有高级职称的专家',
    targetGroup: '全市相关专业技术人员，每期不超过 120 人',
  }
  await saveFilingStep(officer, { filing, step: 'content', from: 'form', ...content }, { now })
  await saveFilingStep(
    officer,
    { filing, step: 'where', from: 'form', place, authorityId: city.organizations.get(field)?.id ?? '' },
    { now },
  )
  await addFile(officer, filing, '教学大纲和课程表.pdf', now)
  return filing
}

/** Creates and submits a filing; returns its id. */
export async function fileTraining(city: DemoCity, officer: Actor, plan: Plan, now: Date): Promise<string> {
  const filing = await draftTraining(city, officer, plan, now)
  await submitFiling(officer, { filing }, { now })
  return filing
}

export interface OutsidePlan {
  title: string
  startsOn: string
  endsOn: string
  days: number
  outsideNumber: string
  outsideBody: string
  outsideFiledOn: string
  organizer: string
}

/** Enters and submits the filing of a training that was filed in another city, with its number and a scan; returns its id. */
export async function enterOutside(officer: Actor, plan: OutsidePlan, now: Date): Promise<string> {
  const { title, days, startsOn, endsOn, ...number } = plan
  const what = { where: 'outside' as const, title, startsOn: plainDate(startsOn), endsOn: plainDate(endsOn), days, hours: days * 8 }
  const { id: filing } = await draftFiling(officer, what, { now })
  await saveFilingStep(officer, { filing, step: 'number', from: 'form', ...number }, { now })
  await saveFilingStep(officer, { filing, step: 'content', from: 'form', content: `${title}，课程见备案表。`, place: '' }, { now })
  await addFile(officer, filing, '外地备案表.pdf', now)
  await submitFiling(officer, { filing }, { now })
  return filing
}

async function addFile(officer: Actor, filingId: string, fileName: string, now: Date): Promise<void> {
  const added = await addFilingFile(officer, { filingId, fileName, bytes: inventedProof(`filing ${filingId}`) }, { now })
  if (!added.ok) throw invalid({ file: { key: added.problem } })
}
