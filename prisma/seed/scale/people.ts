import { COUNTIES, officeRegion } from '@/lib/access/regions'
import { recordPath } from '@/lib/access/routing'
import type { RecordPath, TitleLevel } from '@/lib/access/types'
import { addDays, plainDate } from '@/lib/calendar/plain-date'
import { maskIdNumber } from '@/lib/numbers/id-number'
import { encryptPersonal, indexPersonal } from '@/lib/server/security/personal-number'
import { inventedName } from '../demo/names'
import { inventedIdNumber } from '../demo/numbers'
import type { Random } from '../demo/random'
import { titleFor } from '../demo/titles'
import type { Employer } from './places'
import type { ScaleTables } from './tables'

export interface ScalePerson {
  id: string
  index: number
  name: string
  idNumberMask: string
  accountId: string
  employer: Employer | null
  department: string
  path: RecordPath
  /** The region of the bureau that is responsible for the person's records. */
  office: string
  titleSeries: string
  titleName: string
  titleLevel: TitleLevel
}

const BORN_FROM = plainDate('1966-01-01')
const BIRTHDAYS = 12_000
const DEPARTMENTS = ['综合科', '业务一科', '业务二科', '技术科', '财务科'] as const

/** Creates a person's account, employment and appointment. One in ten is a freelancer. */
export function personOf(
  index: number,
  employers: readonly Employer[],
  tables: ScaleTables,
  key: () => string,
  random: Random,
  now: Date,
): ScalePerson {
  const employer = index % 10 === 9 ? null : (employers[employerIndex(index, employers.length)] ?? null)
  const county = employer?.regionCode ?? COUNTIES[index % COUNTIES.length] ?? '341202'
  const number = inventedIdNumber(addDays(BORN_FROM, index % BIRTHDAYS), Math.floor(index / BIRTHDAYS) % 1000)
  const title = titleFor(null, random, 26 + (index % 34)).appointment
  const employmentKind = employer?.kind ?? 'freelance'
  const person: ScalePerson = {
    id: key(),
    index,
    name: inventedName(random, index),
    idNumberMask: maskIdNumber(number),
    accountId: key(),
    employer,
    department: employer ? (DEPARTMENTS[index % DEPARTMENTS.length] ?? '') : '',
    path: recordPath({ employmentKind, unitHasOfficer: employer !== null }),
    office: officeRegion({ regionCode: county, unitLevel: employer?.unitLevel ?? null }) ?? county,
    ...title,
  }
  tables.account.add({
    ...{ id: person.accountId, login_name: `scale${String(index).padStart(7, '0')}`, display_name: person.name, person_id: person.id },
    ...{ password_hash: '-', must_change: false, session_version: 1, active: true, created_at: now },
  })
  tables.employment.add({
    ...{ id: key(), person_id: person.id, kind: employmentKind, organization_id: employer?.id, region_code: county },
    ...{ department: person.department || null, from_on: '2019-07-01' },
  })
  const { titleSeries, titleLevel, titleName } = title
  tables.appointment.add({
    id: key(),
    person_id: person.id,
    title_series: titleSeries,
    title_level: titleLevel,
    title_name: titleName,
    from_on: '2020-01-01',
  })
  return person
}

/** Writes the person's row, last because the ledger version depends on the person's records. */
export function addPerson(person: ScalePerson, ledgerVersion: number, tables: ScaleTables, now: Date): void {
  const number = inventedIdNumber(addDays(BORN_FROM, person.index % BIRTHDAYS), Math.floor(person.index / BIRTHDAYS) % 1000)
  tables.person.add({
    ...{ id: person.id, name: person.name, id_number_cipher: encryptPersonal(number), id_number_index: indexPersonal(number) },
    ...{ id_number_mask: person.idNumberMask, region_code: person.employer?.regionCode ?? person.office, ledger_version: ledgerVersion },
    ...{ version: 1, created_at: now },
  })
}

/** Consecutive people have the same employer, so that their records are in the same batches; the first employer is the largest. */
function employerIndex(index: number, employers: number): number {
  return index % 50 === 0 ? 0 : Math.floor(index / 150) % employers
}
