import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { forbidden, notFound } from '../input/errors'
import { id } from '../input/fields'
import { decryptPersonal } from '../security/personal-number'
import { personScope } from './scope'

export const revealIdNumberInput = z.strictObject({ person: id() })

/** The full ID number, for those who may see it; the look is in the audit before the number is answered. */
export async function revealIdNumber(
  actor: Actor,
  { person }: z.infer<typeof revealIdNumberInput>,
  { now }: { now: Date },
): Promise<{ idNumber: string }> {
  const row = await db.person.findFirst({
    where: { AND: [{ id: person }, personScope(actor, 'person_reveal_number')] },
    select: {
      idNumberCipher: true,
      regionCode: true,
      employments: {
        where: { untilOn: null },
        select: { organizationId: true, regionCode: true, organization: { select: { unitLevel: true } } },
        orderBy: { fromOn: 'desc' },
        take: 1,
      },
    },
  })
  if (!row) throw notFound()
  const [place] = row.employments
  const target = {
    personId: person,
    organizationId: place?.organizationId ?? null,
    regionCode: place?.regionCode ?? row.regionCode,
    unitLevel: place?.organization?.unitLevel ?? null,
  }
  if (!can(actor, 'person_reveal_number', target)) throw forbidden()
  await writeAudit(actor, { act: 'person_reveal_number', subject: 'person', subjectId: person }, now)
  return { idNumber: decryptPersonal(row.idNumberCipher) }
}
