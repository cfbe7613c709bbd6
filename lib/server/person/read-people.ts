import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import { behindName, type Keyset, pagesOf } from '../input/keyset'
import { escapeLike } from '../input/search'

export interface PeopleSearch {
  q: string
  region: string | null
  organization: string | null
  after: Keyset | null
}

const pages = pagesOf()

/** People by name, a page at a time, for the administrator. What is typed is the beginning of a name, or a whole login name. */
export async function readPeople(actor: Actor, search: PeopleSearch) {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const found = await db.person.findMany({
    where: { AND: [await matching(search), behindName<Prisma.PersonWhereInput>('name', search.after)] },
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
    take: pages.take,
  })
  const { rows, next } = pages.cut(found, ({ name, id }) => [name, id])
  return { rows: rows.map(({ employments, ...row }) => ({ ...row, employment: employments[0] ?? null })), next }
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
