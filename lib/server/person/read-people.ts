import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import { encodeCursor, escapeLike, PAGE_ROWS } from '../input/search'

export const personCursor = z.tuple([z.string().max(120), z.uuid()])

export interface PeopleSearch {
  q: string
  region: string | null
  organization: string | null
  after: z.infer<typeof personCursor> | null
}

/** People by name, a page at a time, for the administrator. What is typed is the beginning of a name, or a whole login name. */
export async function readPeople(actor: Actor, search: PeopleSearch) {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const found = await db.person.findMany({
    where: { AND: [await matching(search), search.after ? behind(search.after) : {}] },
    select: {
      id: true,
      name: true,
      idNumberMask: true,
      regionCode: true,
      account: { select: { loginName: true, active: true } },
      employments: {
        where: { untilOn: null },
        select: { kind: true, department: true, organization: { select: { name: true } } },
        orderBy: { fromOn: 'desc' },
        take: 1,
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: PAGE_ROWS + 1,
  })
  const rows = found.slice(0, PAGE_ROWS).map(({ employments, ...row }) => ({ ...row, employment: employments[0] ?? null }))
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_ROWS && last ? encodeCursor([last.name, last.id]) : null }
}
export type PersonRow = Awaited<ReturnType<typeof readPeople>>['rows'][number]

async function matching({ q, region, organization }: PeopleSearch): Promise<Prisma.PersonWhereInput> {
  // Two index look-ups; a condition over the join would read all people.
  const account = q ? await db.account.findUnique({ where: { loginName: q.toLowerCase() }, select: { personId: true } }) : null
  return {
    ...(q ? { OR: [{ name: { startsWith: escapeLike(q) } }, ...(account?.personId ? [{ id: account.personId }] : [])] } : {}),
    ...(region ? { regionCode: region } : {}),
    ...(organization ? { employments: { some: { organizationId: organization, untilOn: null } } } : {}),
  }
}

function behind([name, id]: z.infer<typeof personCursor>): Prisma.PersonWhereInput {
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
}
