import type { Actor, Role } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, noon } from '@/tests/builders/city'

/** A Thursday: five working days on it is after the holidays of October, over a Sunday that is worked. */
export const TODAY = '2025-09-25'
export const NOW = noon(TODAY)

/** Everybody who acts, and the offices that may be told, each another one. */
export interface World {
  employer: string
  creator: string
  filer: string
  actors: Readonly<Record<Office, Actor>>
  visitor: Actor
  /** Of no concern. */
  neighbour: Actor
}

type Office = 'officer' | 'provider' | 'authority' | 'county' | 'city' | 'administrator'

export async function makeWorld(): Promise<World> {
  await seedReference(db)
  const organization = async (kind: 'employer' | 'provider' | 'authority' | 'bureau', regionCode = '341202') => {
    const id = newId()
    const unitLevel = regionCode === '341200' ? ('municipal' as const) : ('county' as const)
    await db.organization.create({
      data: { id, kind, name: `${kind} ${regionCode}`, regionCode, unitLevel, createdAt: noon('2025-01-01') },
    })
    return id
  }
  const office = async (role: Role, organizationId: string, regionCode = '341202'): Promise<Actor> => {
    const { actor } = await makeSomebody()
    return { ...actor, role, grantId: newId(), organizationId, regionCode }
  }
  const [county, city] = [await organization('bureau'), await organization('bureau', '341200')]
  const [employer, creator, filer] = [await organization('employer'), await organization('provider'), await organization('provider')]
  return {
    employer,
    creator,
    filer,
    actors: {
      officer: await office('employer_officer', await organization('employer')),
      provider: await office('provider_officer', await organization('provider')),
      authority: await office('authority_reviewer', await organization('authority')),
      county: await office('county_reviewer', county),
      city: await office('city_reviewer', city, '341200'),
      administrator: await office('administrator', city, '341200'),
    },
    visitor: { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null },
    neighbour: (await makeSomebody()).actor,
  }
}

/** A person with an address, so that what they are told goes out as a mail too. */
export async function makeSomebody(): Promise<MadePerson> {
  const [personId, accountId] = [newId(), newId()]
  await db.person.create({
    data: {
      id: personId,
      name: '王丽萍',
      idNumberCipher: new Uint8Array(8),
      idNumberIndex: new Uint8Array(Buffer.from(personId)),
      idNumberMask: '3412**********0000',
      email: 'wang@example.com',
      regionCode: '341202',
      createdAt: noon('2025-01-01'),
    },
    select: { id: true },
  })
  return {
    personId,
    accountId,
    actor: { accountId, personId, role: 'practitioner', grantId: null, organizationId: null, regionCode: null },
  }
}
