import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { parseUscc } from '@/lib/numbers/uscc'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import { behindName, type Keyset, pagesOf } from '../input/keyset'
import { escapeLike } from '../input/search'
import type { OrganizationKind } from './organization-input'

export interface OrganizationSearch {
  q: string
  kind: OrganizationKind | null
  region: string | null
  standing: 'active' | 'inactive' | null
  after: Keyset | null
}

const pages = pagesOf()

/** Organisations by name, a page at a time; `next` is the cursor of the page after, null on the last. */
export async function readOrganizations(actor: Actor, search: OrganizationSearch) {
  if (!can(actor, 'organization_edit', {})) throw forbidden()
  const found = await db.organization.findMany({
    where: { AND: [matching(search), behindName<Prisma.OrganizationWhereInput>('name', search.after)] },
    select: {
      id: true,
      kind: true,
      name: true,
      uscc: true,
      regionCode: true,
      unitLevel: true,
      employerKind: true,
      active: true,
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: pages.take,
  })
  return pages.cut(found, ({ name, id }) => [name, id])
}
export type OrganizationRow = Awaited<ReturnType<typeof readOrganizations>>['rows'][number]

function matching({ q, kind, region, standing }: OrganizationSearch): Prisma.OrganizationWhereInput {
  const uscc = parseUscc(q)
  return {
    ...(kind ? { kind } : {}),
    ...(region ? { regionCode: region } : {}),
    ...(standing ? { active: standing === 'active' } : {}),
    ...(uscc.ok ? { uscc: uscc.uscc } : q ? { name: { contains: escapeLike(q), mode: 'insensitive' } } : {}),
  }
}
