import type { Actor } from '@/lib/access/types'
import { idNumberCheckCharacter, maskIdNumber } from '@/lib/numbers/id-number'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { indexPersonal } from '@/lib/server/security/personal-number'
import { type NewSheet, writeWorkbook } from '@/lib/server/workbook/write-workbook'
import { type MadePerson, makeOfficer, makePerson, noon } from './city'
import { commitDirectly } from './commit'

let made = 0

/** A training provider with its officer. */
export async function makeProvider(regionCode = '341202'): Promise<{ id: string; officer: Actor }> {
  made += 1
  const id = newId()
  await db.organization.create({
    data: { id, kind: 'provider', name: `培训机构${made}`, regionCode, unitLevel: 'county', createdAt: noon('2025-01-01') },
  })
  return { id, officer: await makeOfficer({ id, regionCode }, await makePerson(null, '冯杰'), 'provider_officer') }
}

/** A professional training of five days in October 2025 that both have approved. */
export async function makeTraining(
  provider: { id: string; officer: Actor },
  {
    startsOn = '2025-10-13',
    endsOn = '2025-10-17',
    days = 5,
    approvedOn = '2025-09-24' as string | null,
    state = 'filed' as 'filed' | 'submitted' | 'cancelled' | 'held',
    title = '专业技术人员知识产权研修班',
    number = `FYBA-2025-T${String(made + 1).padStart(4, '0')}`,
  } = {},
): Promise<string> {
  made += 1
  const id = newId()
  const row = {
    provider_id: provider.id,
    region_code: '341202',
    title,
    content: '政策与案例',
    target_group: '',
    teachers: '',
    place: '阜阳',
    starts_on: startsOn,
    ends_on: endsOn,
    days,
    outside: false,
    outside_body: '',
    organizer: '',
    file_ids: [],
    number,
    approved_on: approvedOn,
    created_by: provider.officer.accountId ?? '',
  }
  await commitDirectly(provider.officer, [{ machine: 'filing', id, event: 'create', from: null, to: state, row }], noon('2025-09-20'))
  return id
}

export interface Numbered extends MadePerson {
  name: string
  number: string
}

/** A person whose ID number is one. */
export async function makeNumbered(unit: { id: string; regionCode: string } | null, name: string): Promise<Numbered> {
  made += 1
  const first = `3412021985${String(1 + (made % 12)).padStart(2, '0')}${String(1 + (made % 28)).padStart(2, '0')}${String(made).padStart(3, '0')}`
  const number = first + idNumberCheckCharacter(first)
  const person = await makePerson(unit, name)
  await db.person.update({
    where: { id: person.personId },
    data: { idNumberIndex: new Uint8Array(indexPersonal(number)), idNumberMask: maskIdNumber(number) },
  })
  return { ...person, name, number }
}

export const ROSTER_HEADS = ['姓名', '身份证号', '参加天数', '考核结果', '结业日期'] as const

/** A roster as a provider would fill it in. */
export function rosterFile(rows: NewSheet['rows'], heads: readonly string[] = ROSTER_HEADS): Promise<Buffer> {
  return writeWorkbook([{ name: '名册', columns: heads.map((head) => ({ head, width: 12 })), rows }])
}
