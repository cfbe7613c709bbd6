import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { parseUscc } from '@/lib/numbers/uscc'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import { encodeCursor, escapeLike, PAGE_ROWS } from '../input/search'
import type { OrganizationKind } from './organization-input'

export const organizationCursor = z.tuple([z.string().max(120), z.uuid()])

export interface OrganizationSearch {
  q: string
  kind: OrganizationKind | null
  region: string | null
  standing: 'active' | 'inactive' | null
  after: z.infer<typeof organizationCursor> | null
}

/** Organisations by name, a page at a time; `next` is the cursor of the page after, null on the last. */
export async function readOrganizations(actor: Actor, search: OrganizationSearch) {
  if (!can(actor, 'organization_edit', {})) throw forbidden()
  const found = await db.organization.findMany({
    where: { AND: [matching(search), search.after ? behind(search.after) : {}] },
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
    take: PAGE_ROWS + 1,
  })
  const rows = found.slice(0, PAGE_ROWS)
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_ROWS && last ? encodeCursor([last.name, last.id]) : null }
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

function behind([name, id]: z.infer<typeof organizationCursor>): Prisma.OrganizationWhereInput {
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
}
