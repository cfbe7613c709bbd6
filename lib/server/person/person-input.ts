import 'server-only'
import type { Updateable } from 'kysely'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { type Queryable, runOnce } from '../database/statement'
import type { Tables } from '../database/tables'
import { conflict, invalid, notFound } from '../input/errors'
import { choice, optionalDate, optionalEmail, optionalMobile, optionalText, text } from '../input/fields'
import { PLACES } from '../organization/organization-input'
import { encryptPersonal, indexPersonal } from '../security/personal-number'

/** What can be changed of a person at any time. */
export const contactShape = {
  name: text(40),
  phone: optionalMobile(),
  email: optionalEmail(),
  regionCode: choice(PLACES),
  transferredInOn: optionalDate(),
  transferredFrom: optionalText(40),
}

interface ContactInput {
  name: string
  phone: string | null
  email: string | null
  regionCode: string
  transferredInOn: PlainDate | null
  transferredFrom: string
}

/** The columns of it; a transfer has both a day and a province (M14.3). */
export function contactColumns(input: ContactInput) {
  if (input.transferredFrom && !input.transferredInOn) throw invalid({ transferredInOn: { key: 'required' } })
  if (input.transferredInOn && !input.transferredFrom) throw invalid({ transferredFrom: { key: 'required' } })
  return {
    name: input.name,
    ...phoneColumns(input.phone),
    email: input.email,
    region_code: input.regionCode,
    transferred_in_on: input.transferredInOn || null,
    transferred_from: input.transferredFrom || null,
  }
}

function phoneColumns(phone: string | null) {
  if (!phone) return { phone_cipher: null, phone_index: null, phone_mask: null }
  return {
    phone_cipher: encryptPersonal(phone),
    phone_index: indexPersonal(phone),
    phone_mask: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  }
}

/** Of two who change a person at once the second is told: every change carries the version that its page showed. */
export async function claimPerson(
  on: Queryable,
  id: string,
  version: number,
  change: Omit<Updateable<Tables['person']>, 'id' | 'version'> = {},
): Promise<void> {
  const claimed = await runOnce(
    (db) =>
      db
        .updateTable('person')
        .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('version', '=', version)
        .returning('id'),
    on,
  )
  if (claimed.length === 1) return
  const [known] = await runOnce((db) => db.selectFrom('person').select('id').where('id', '=', id), on)
  throw known ? conflict() : notFound()
}
