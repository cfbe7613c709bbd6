import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'

/** Everybody who acts in the random sequences; most of the offices are held by somebody with a year of their own. */
export interface World {
  people: MadePerson[]
  officers: Actor[]
  /** Of two counties and of the city. */
  reviewers: Actor[]
  authority: Actor
}

const AUTHORITY = '01980000-0000-7000-8000-0000000000aa'

export async function makeWorld(): Promise<World> {
  await seedReference(db)
  await db.organization.create({
    data: { id: AUTHORITY, kind: 'authority', name: '卫健委', regionCode: '341200', unitLevel: 'municipal', createdAt: noon('2025-01-01') },
  })
  const school = await makeEmployer()
  const hospital = await makeEmployer({ regionCode: '341200', unitLevel: 'municipal' })
  await db.organization.update({ where: { id: hospital.id }, data: { authorityId: AUTHORITY } })
  const [teacher, head, doctor, chief, freelancer] = [
    await makePerson(school, '王丽萍'),
    await makePerson(school, '李明'),
    await makePerson(hospital, '刘洋'),
    await makePerson(hospital, '周芳'),
    await makePerson(null, '孙晓梅'),
  ]
  const county = await makeBureau('341202')
  const bureau = { id: county.organizationId ?? '', regionCode: '341202' }
  const clerk = await makePerson(bureau, '吴婷')
  return {
    people: [teacher, head, doctor, chief, freelancer, clerk],
    officers: [
      await makeOfficer(school, head),
      await makeOfficer(school, await makePerson(school, '何敏')),
      await makeOfficer(hospital, chief),
      await makeOfficer(hospital, await makePerson(hospital, '郭军')),
    ],
    reviewers: [county, await makeOfficer(bureau, clerk, 'county_reviewer'), await makeBureau('341203'), await makeBureau('341200')],
    authority: await makeOfficer({ id: AUTHORITY, regionCode: '341200' }, await makePerson(null, '郑慧'), 'authority_reviewer' as never),
  }
}
