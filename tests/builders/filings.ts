import type { Actor, Role } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { addFilingFile } from '@/lib/server/filing/add-filing-file'
import { approveFiling } from '@/lib/server/filing/approve-filing'
import { draftFiling } from '@/lib/server/filing/draft-filing'
import { saveFilingStep } from '@/lib/server/filing/save-filing-step'
import { submitFiling } from '@/lib/server/filing/submit-filing'
import { inventedProof } from '@/prisma/seed/demo/proof'
import { makePerson, noon } from './city'

export interface Office {
  id: string
  actor: Actor
}

let made = 0

/** An organisation with one officer of it. */
export async function makeOffice(
  kind: 'provider' | 'employer' | 'authority' | 'bureau',
  role: Role,
  { regionCode = '341200', unitLevel = 'municipal' as 'municipal' | 'county' } = {},
): Promise<Office> {
  made += 1
  const id = newId()
  await db.organization.create({ data: { id, kind, name: `${kind}${made}`, regionCode, unitLevel, createdAt: noon('2025-01-01') } })
  return { id, actor: await officerOf(id, role, regionCode) }
}

/** One more officer of an organisation. */
export async function officerOf(organizationId: string, role: Role, regionCode = '341200'): Promise<Actor> {
  const person = await makePerson(null, `${role}${made}`)
  const grantId = newId()
  const grant = { id: grantId, accountId: person.accountId, role, organizationId, grantedAt: noon('2025-01-01') }
  await db.roleGrant.create({ data: grant })
  return { ...person.actor, role, grantId, organizationId, regionCode }
}

export interface Written {
  title?: string
  startsOn?: string
  endsOn?: string
  days?: number
  on?: string
}

/** A training written page by page with its syllabus, not handed in. */
export async function writeFiling(
  filer: Actor,
  authorityId: string,
  { title = '重症监护护理培训班', startsOn = '2025-12-08', endsOn = '2025-12-10', days = 3, on = '2025-11-10' }: Written = {},
): Promise<string> {
  const now = noon(on)
  const what = { title, startsOn: plainDate(startsOn), endsOn: plainDate(endsOn), days, hours: days * 8 }
  const { id: filing } = await draftFiling(filer, what, { now })
  const said = { content: '专业知识更新', teachers: '省内专家', targetGroup: '全市护理人员' }
  await saveFilingStep(filer, { filing, step: 'content', from: 'form', ...said }, { now })
  await saveFilingStep(filer, { filing, step: 'where', from: 'form', place: '报告厅', authorityId }, { now })
  await addFilingFile(filer, { filingId: filing, fileName: '大纲.pdf', bytes: inventedProof(`syllabus ${filing}`) }, { now })
  return filing
}

/** Handed in. */
export async function submitWritten(filer: Actor, authorityId: string, more: Written = {}): Promise<string> {
  const filing = await writeFiling(filer, authorityId, more)
  await submitFiling(filer, { filing }, { now: noon(more.on ?? '2025-11-10') })
  return filing
}

/** On file: agreed to by both. */
export async function makeFiled(
  filer: Actor,
  { bureau, authority }: { bureau: Actor; authority: Office },
  { on = '2025-11-10', approvedOn = '2025-11-12', ...more }: Written & { approvedOn?: string } = {},
): Promise<string> {
  const filing = await submitWritten(filer, authority.id, { ...more, on })
  await approveFiling(bureau, { filing }, { now: noon(approvedOn) })
  await approveFiling(authority.actor, { filing }, { now: noon(approvedOn) })
  return filing
}
