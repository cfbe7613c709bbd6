import 'server-only'
import type { Updateable } from 'kysely'
import { z } from 'zod'
import { CITY, COUNTIES } from '@/lib/access/regions'
import { EMPLOYMENT_KINDS, UNIT_LEVELS } from '@/lib/access/types'
import { db } from '../database/db'
import type { Tables } from '../database/tables'
import { invalid } from '../input/errors'
import { choice, optionalChoice, optionalId, optionalNumber, optionalText, optionalUscc, text } from '../input/fields'
import { readSettings } from '../runtime/settings'

export const ORGANIZATION_KINDS = ['employer', 'provider', 'authority', 'bureau'] as const
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]
/** Where a unit can lie: the city itself or one of its counties. */
export const PLACES = [CITY, ...COUNTIES] as const
/** How the staff of an employer are employed; a freelancer has none. */
export const EMPLOYER_KINDS = EMPLOYMENT_KINDS.filter((kind) => kind !== 'freelance')
export const PUBLICITY_REACH = ['public', 'staff'] as const
const MAX_DAYS = 60

/** What a form of an organisation sends; which of it belongs to which kind, `organizationData` says. */
export const organizationShape = {
  kind: choice(ORGANIZATION_KINDS),
  name: text(80),
  nameEn: optionalText(120),
  uscc: optionalUscc(),
  regionCode: choice(PLACES),
  unitLevel: optionalChoice(UNIT_LEVELS),
  employerKind: optionalChoice(EMPLOYER_KINDS),
  authorityId: optionalId(),
  field: optionalText(60),
  contact: optionalText(60),
  phone: optionalText(40),
  address: optionalText(120),
  openingHours: optionalText(120),
  publicityDays: optionalNumber({ least: 1, most: MAX_DAYS, step: 1 }),
  publicity: optionalChoice(PUBLICITY_REACH),
}
const organizationInput = z.strictObject(organizationShape)
export type OrganizationInput = z.infer<typeof organizationInput>

/** The columns of an organisation, as far as they belong to its kind; refused where something is missing or taken. */
export async function organizationData(input: OrganizationInput, id: string | null) {
  const { kind, regionCode } = input
  const isEmployer = kind === 'employer'
  const unitLevel = kind === 'bureau' ? (regionCode === CITY ? ('municipal' as const) : ('county' as const)) : input.unitLevel
  if (!unitLevel) throw invalid({ unitLevel: { key: 'choose' } })
  // The city's own code is no territory of a county's unit.
  if (unitLevel === 'county' && regionCode === CITY) throw invalid({ regionCode: { key: 'county_missing' } })
  if (isEmployer && !input.employerKind) throw invalid({ employerKind: { key: 'choose' } })
  if (isEmployer && input.publicityDays !== null) await requireEnoughDays(input.publicityDays)
  if (kind === 'bureau') await requireOnlyBureau(regionCode, id)
  return {
    kind,
    name: input.name,
    nameEn: input.nameEn || null,
    uscc: await checkedUscc(input.uscc, id),
    regionCode,
    unitLevel,
    employerKind: isEmployer ? input.employerKind : null,
    authorityId: isEmployer ? await checkedAuthority(input.authorityId) : null,
    field: kind === 'authority' ? input.field || null : null,
    contact: input.contact || null,
    phone: input.phone || null,
    address: input.address || null,
    openingHours: kind === 'bureau' ? input.openingHours || null : null,
    publicityDays: isEmployer ? input.publicityDays : null,
    publicityInPublic: isEmployer ? input.publicity !== 'staff' : true,
  }
}

/** As the table names them. */
export function organizationColumns({ kind, name, uscc, field, contact, phone, address, ...rest }: OrganizationData) {
  return {
    ...{ kind, name, uscc, field, contact, phone, address },
    name_en: rest.nameEn,
    region_code: rest.regionCode,
    unit_level: rest.unitLevel,
    employer_kind: rest.employerKind,
    authority_id: rest.authorityId,
    opening_hours: rest.openingHours,
    publicity_days: rest.publicityDays,
    publicity_in_public: rest.publicityInPublic,
  } satisfies Updateable<Tables['organization']>
}
type OrganizationData = Awaited<ReturnType<typeof organizationData>>

/** A unit may publicize longer than the city's setting, never shorter (M14.1). */
async function requireEnoughDays(days: number): Promise<void> {
  const { publicityDays: least } = await readSettings()
  if (days < least) throw invalid({ publicityDays: { key: 'out_of_bounds', values: { least, most: MAX_DAYS } } })
}

async function requireOnlyBureau(regionCode: string, id: string | null): Promise<void> {
  const other = await db.organization.findFirst({
    where: { kind: 'bureau', regionCode, active: true, ...(id ? { id: { not: id } } : {}) },
    select: { id: true },
  })
  if (other) throw invalid({ regionCode: { key: 'bureau_exists' } })
}

async function checkedAuthority(id: string | null): Promise<string | null> {
  if (!id) return null
  const authority = await db.organization.findUnique({ where: { id }, select: { kind: true } })
  if (authority?.kind !== 'authority') throw invalid({ authorityId: { key: 'choose' } })
  return id
}

async function checkedUscc(uscc: string | null, id: string | null): Promise<string | null> {
  if (uscc === null) return null
  const other = await db.organization.findUnique({ where: { uscc }, select: { id: true } })
  if (other && other.id !== id) throw invalid({ uscc: { key: 'taken' } })
  return uscc
}
