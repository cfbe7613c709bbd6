import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor, EmploymentKind, UnitLevel } from '@/lib/access/types'
import { parseUscc } from '@/lib/numbers/uscc'
import { writeAudit } from '../audit'
import { db } from '../db'
import { ExpectedError, forbidden, invalid } from '../errors'
import { newId } from '../ids'

export interface OrganizationInput {
  kind: 'bureau' | 'authority' | 'employer' | 'provider'
  name: string
  nameEn?: string | null
  uscc?: string | null
  regionCode: string
  unitLevel: UnitLevel
  employerKind?: EmploymentKind | null
  authorityId?: string | null
  field?: string | null
  contact?: string | null
  phone?: string | null
  address?: string | null
  openingHours?: string | null
  publicityDays?: number | null
  publicityInPublic?: boolean
  active?: boolean
}

/** Enters an organisation, or changes the one that is named; administrators only, each change audited. */
export async function saveOrganization(
  actor: Actor,
  input: OrganizationInput & { id?: string | null; version?: number | null },
  { now }: { now: Date },
): Promise<{ id: string }> {
  if (!can(actor, 'organization_edit', {})) throw forbidden()
  const { id: given, version, ...fields } = input
  const data = { ...fields, uscc: await checkedUscc(fields.uscc, given ?? null) }
  if (data.kind === 'employer' && !data.employerKind) throw invalid({ employerKind: { key: 'choose' } })
  const id = given ?? newId()
  if (given) {
    const { count } = await db.organization.updateMany({
      where: { id: given, version: version ?? 0 },
      data: { ...data, version: { increment: 1 } },
    })
    if (count === 0) throw new ExpectedError({ code: 'conflict', by: null, machine: null, event: null, at: null })
  } else {
    await db.organization.create({ data: { ...data, id, createdAt: now } })
  }
  await writeAudit(actor, { act: given ? 'organization_change' : 'organization_enter', subject: 'organization', subjectId: id }, now)
  return { id }
}

async function checkedUscc(typed: string | null | undefined, id: string | null): Promise<string | null> {
  if (!typed) return null
  const parsed = parseUscc(typed)
  if (!parsed.ok) throw invalid({ uscc: { key: 'uscc' } })
  const other = await db.organization.findUnique({ where: { uscc: parsed.uscc }, select: { id: true } })
  if (other && other.id !== id) throw invalid({ uscc: { key: 'taken' } })
  return parsed.uscc
}
